package io.archmeter.spec.expand;

import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rules have made of attributes and inputs. A network of many layers has few kinds of them: those that are alike share their
 * attributes and shapes, and so all that follows from them.
 */
final class AlikeLayers {
    /** Attributes on inputs, which decide all that a rule says. */
    private record Kind(Op op, Inputs inputs) {}

    /**
     * A layer that others may be like.
     *
     * @param op its attributes; equal ones on equal inputs are the same object
     */
    record Known(Op op, Inferred inferred) {}

    private final Map<Kind, Known> known = new HashMap<>();
    private final Map<Shape, Shape> shapes = new HashMap<>();

    /**
     * What the rule makes of the inputs.
     *
     * @throws io.archmeter.op.Refusal where they do not go together
     * @throws ArithmeticException where an output has more elements than a {@code long} counts
     */
    Known of(Op op, Inputs inputs) {
        Kind kind = new Kind(op, inputs);
        Known before = known.get(kind);
        if (before != null) {
            return before;
        }
        Inferred inferred = Catalogue.infer(op, inputs);
        // A tensor that could not even be counted is an overflow here, at its place.
        inferred.requireCountable();
        Known now = new Known(op, withSharedShapes(inferred));
        known.put(kind, now);
        return now;
    }

    private Inferred withSharedShapes(Inferred inferred) {
        List<Output> outputs = new ArrayList<>(inferred.outputs().size());
        for (Output output : inferred.outputs()) {
            outputs.add(
                    new Output(output.name(), shapes.computeIfAbsent(output.shape(), shape -> shape), output.type()));
        }
        return new Inferred(outputs, inferred.weights());
    }
}
