package io.archmeter.onnx;

import io.archmeter.graph.Shape;

/** A tensor whose elements are in the file. */
record Initializer(String name, ElementType type, Shape shape, Content content) {
    /** Bytes of its elements. */
    long bytes() {
        return Math.multiplyExact(shape.elements(), type.bytes());
    }
}
