package io.archmeter.onnx.model;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.SparseTensorMessage;
import io.archmeter.onnx.file.TensorMessage;
import java.util.List;

/** A value that is there before the network runs. */
public sealed interface Constant {
    /** A tensor of the file, an initializer or what a {@code Constant} node has. */
    record Stored(TensorMessage tensor) implements Constant {}

    /** One of which the file has the elements that are not zero. */
    record Sparse(SparseTensorMessage tensor) implements Constant {}

    /** Whole numbers that stand in an attribute; a scalar, or a list. */
    record Wholes(DType type, Shape shape, List<Long> values) implements Constant {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /** Real numbers that stand in an attribute; a scalar, or a list. */
    record Reals(Shape shape, List<Float> values) implements Constant {
        public Reals {
            values = List.copyOf(values);
        }
    }

    /** Texts that stand in an attribute; a scalar, or a list. */
    record Texts(Shape shape, List<String> values) implements Constant {
        public Texts {
            values = List.copyOf(values);
        }
    }

    static Constant of(List<Long> values) {
        return new Wholes(DType.INT64, Shape.of(values.size()), values);
    }
}
