package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.List;

/** What an operator of ONNX is given in one of its places. */
public sealed interface OnnxInput {
    /**
     * What another node has computed.
     *
     * @param operand its number among the operands of the node, from 0
     */
    record Computed(int operand, DType type) implements OnnxInput {}

    /**
     * A constant of the file.
     *
     * @param role what the node calls it
     */
    record Constant(String role, Shape shape, DType type) implements OnnxInput {}

    /**
     * Elements that are known, and work as attributes do: axes, a shape.
     *
     * @param elements as many as the shape has, the last axis fastest; those beyond 2^53 are rounded
     */
    record Known(Shape shape, DType type, List<Double> elements) implements OnnxInput {
        public Known {
            elements = List.copyOf(elements);
            if (shape.elements() != elements.size()) {
                throw new IllegalArgumentException(shape + " has other elements than " + elements.size());
            }
        }
    }

    /** Something of which nothing counts but its shape. */
    record ShapeAlone(Shape shape) implements OnnxInput {}

    /** Nothing. */
    record LeftOut() implements OnnxInput {}
}
