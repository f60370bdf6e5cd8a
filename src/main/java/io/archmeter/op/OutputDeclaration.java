package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;

/**
 * An output of an operator, and how its extents come about.
 *
 * @param name within the layer, e.g. {@code hidden}; empty for the first or only one
 */
public record OutputDeclaration(String name, List<Formula> extents, DType type) {
    public OutputDeclaration {
        extents = List.copyOf(extents);
    }

    /** The output; throws {@link ArithmeticException} where an extent does not fit a {@code long}. */
    Output output() {
        List<Extent> values = new ArrayList<>(extents.size());
        for (Formula extent : extents) {
            values.add(extent(extent));
        }
        return new Output(name, Shape.ofAxes(values), type);
    }

    private static Extent extent(Formula formula) {
        try {
            return Extent.of(formula.value());
        } catch (UnknownException notKnown) {
            return notKnown.unknown();
        }
    }
}
