package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;

/**
 * A tensor that belongs to a layer.
 *
 * @param name as PyTorch names it within its module: {@code weight}, {@code running_mean}
 * @param element what its elements are stored as
 */
public record Weight(String name, Kind kind, Shape shape, Element element) {
    /** Whether training changes it by gradients, or it is only kept. */
    public enum Kind {
        PARAMETER,
        BUFFER
    }

    static Weight parameter(String name, long... extents) {
        return new Weight(name, Kind.PARAMETER, Shape.of(extents), Element.OF_NETWORK);
    }

    static Weight buffer(String name, long... extents) {
        return new Weight(name, Kind.BUFFER, Shape.of(extents), Element.OF_NETWORK);
    }

    /** One whole number that training counts up. */
    static Weight counter(String name) {
        return new Weight(name, Kind.BUFFER, Shape.of(), Element.INT64);
    }

    /** The elements, as a product of the extents; a scalar has one. */
    public Formula elements() {
        return Formula.elements(shape);
    }

    /** Bytes of its elements, in a network of a type. */
    public long bytes(DType type) {
        return Math.multiplyExact(elements().value(), (long) element.bytes(type));
    }
}
