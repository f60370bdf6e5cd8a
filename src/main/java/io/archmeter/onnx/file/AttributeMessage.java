package io.archmeter.onnx.file;

import java.util.List;

/**
 * {@code AttributeProto}: an attribute of a node.
 *
 * @param reference the attribute of the function around it whose value it has, {@code ref_attr_name}; mostly empty
 */
public record AttributeMessage(String name, String reference, Content content) {
    /** What an attribute can be. A file of the first version does not say which; the field that is set does. */
    public sealed interface Content {}

    /** Nothing is set. */
    public record Nothing() implements Content {}

    public record Real(float value) implements Content {}

    public record Whole(long value) implements Content {}

    public record Text(String value) implements Content {}

    public record Tensor(TensorMessage value) implements Content {}

    public record SparseTensor(SparseTensorMessage value) implements Content {}

    public record Graph(GraphMessage value) implements Content {}

    public record Type(TypeMessage value) implements Content {}

    public record Reals(List<Float> values) implements Content {
        public Reals {
            values = List.copyOf(values);
        }
    }

    public record Wholes(List<Long> values) implements Content {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    public record Texts(List<String> values) implements Content {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** Lists of tensors, graphs or types, which no operator of networks has. */
    public record Others() implements Content {}
}
