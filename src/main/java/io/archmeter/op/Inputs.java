package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.List;

/** The shapes that come into an operator, and the types of their elements. */
public record Inputs(List<Shape> shapes, List<DType> types) {
    /** Those of an operator that takes nothing. */
    public static final Inputs NONE = new Inputs(List.of(), List.of());

    public Inputs {
        shapes = List.copyOf(shapes);
        types = List.copyOf(types);
        if (types.size() != shapes.size()) {
            throw new IllegalArgumentException(shapes.size() + " shapes have " + types.size() + " types");
        }
    }

    /** Tensors of float32. */
    public Inputs(List<Shape> shapes) {
        this(shapes, Collections.nCopies(shapes.size(), DType.FLOAT32));
    }

    public static Inputs of(Shape... shapes) {
        return new Inputs(List.of(shapes));
    }

    /** Whether these are the very shapes, as objects: a quick answer for networks, whose equal shapes are mostly one object. */
    public boolean areTheVery(List<Shape> others) {
        boolean same = others.size() == shapes.size();
        for (int i = 0; same && i < others.size(); i++) {
            same = others.get(i) == shapes.get(i);
        }
        return same;
    }

    /** Whether these are the very shapes, with the same types. */
    public boolean areTheVery(List<Shape> others, List<DType> otherTypes) {
        boolean same = areTheVery(others);
        for (int i = 0; same && i < types.size(); i++) {
            same = otherTypes.get(i) == types.get(i);
        }
        return same;
    }

    /** The one input of an operator that takes one; throws {@link Refusal} where more come in. */
    public Shape only() {
        if (shapes.size() != 1) {
            throw new Refusal(
                    "too-many-inputs",
                    "",
                    "takes one input, but " + shapes.size() + " come in",
                    "join them first with concat, add or multiply");
        }
        return shapes.get(0);
    }

    /** Throws {@link Refusal} unless so many come in. */
    void require(String kind, int inputs, String names) {
        if (shapes.size() == inputs) {
            return;
        }
        throw new Refusal(
                shapes.size() < inputs ? "too-few-inputs" : "too-many-inputs",
                "",
                kind + " takes " + inputs + " inputs, but " + (size() == 1 ? "one comes" : size() + " come") + " in",
                "name them: from: [" + names + "]");
    }

    public Shape first() {
        return shapes.get(0);
    }

    public int size() {
        return shapes.size();
    }
}
