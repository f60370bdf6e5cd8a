package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.List;

/** The shapes that come into an operator. */
public record Inputs(List<Shape> shapes) {
    public Inputs {
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("an operator takes at least one input");
        }
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

    /** The one input of an operator that takes one. */
    Shape only() {
        if (shapes.size() != 1) {
            throw new Refusal(
                    "too-many-inputs",
                    "",
                    "takes one input, but " + shapes.size() + " come in",
                    "join them first with concat, add or multiply");
        }
        return shapes.get(0);
    }

    Shape first() {
        return shapes.get(0);
    }

    int size() {
        return shapes.size();
    }
}
