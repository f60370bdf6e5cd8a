package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight.Kind;
import java.util.List;

/**
 * A weight that an operator asks for, before it has a place in a graph.
 *
 * @param name as PyTorch names it within its module: {@code weight}, {@code running_mean}; empty where it is the layer itself
 * @param type of its elements, in a network of float32
 * @param below what its whole numbers are less than, none of which is negative
 */
public record WeightDeclaration(String name, Kind kind, Shape shape, DType type, long below) {
    /** One whose whole numbers, if it has any, count from 0. */
    public WeightDeclaration(String name, Kind kind, Shape shape, DType type) {
        this(name, kind, shape, type, 1);
    }

    /** One that training changes. */
    public static WeightDeclaration parameter(String name, long... extents) {
        return new WeightDeclaration(name, Kind.PARAMETER, Shape.of(extents), DType.FLOAT32);
    }

    /** All parameters of a layer of which nobody knows how many there are. */
    static WeightDeclaration notKnown(String name) {
        return new WeightDeclaration(name, Kind.PARAMETER, Shape.ofAxes(List.of(Extent.Unknown.HERE)), DType.FLOAT32);
    }

    /** One that is kept beside the parameters. */
    public static WeightDeclaration buffer(String name, long... extents) {
        return new WeightDeclaration(name, Kind.BUFFER, Shape.of(extents), DType.FLOAT32);
    }

    /** One whole number that training counts up. */
    public static WeightDeclaration counter(String name) {
        return new WeightDeclaration(name, Kind.BUFFER, Shape.of(), DType.INT64);
    }
}
