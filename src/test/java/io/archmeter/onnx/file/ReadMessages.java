package io.archmeter.onnx.file;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.archmeter.onnx.file.TensorMessage.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What we read in a file, as lists that can be compared with those of {@link WitnessedMessages}; elements are taken from where a tensor says that they lie. */
final class ReadMessages {
    private final byte[] file;

    ReadMessages(byte[] file) {
        this.file = file;
    }

    List<?> model(ModelMessage model) {
        return List.of(
                model.irVersion(),
                model.opsets().stream().map(ReadMessages::opset).toList(),
                model.producer(),
                model.producerVersion(),
                model.graph().stream().map(this::graph).toList(),
                model.functions().stream().map(this::function).toList(),
                model.metadata());
    }

    private static List<?> opset(OpsetMessage opset) {
        return List.of(opset.domain(), opset.version());
    }

    private List<?> function(FunctionMessage function) {
        return List.of(
                function.name(),
                function.domain(),
                function.overload(),
                function.inputs(),
                function.outputs(),
                function.attributes(),
                function.defaults().stream().map(this::attribute).toList(),
                function.nodes().stream().map(this::node).toList(),
                function.opsets().stream().map(ReadMessages::opset).toList());
    }

    private List<?> graph(GraphMessage graph) {
        return List.of(
                graph.name(),
                graph.nodes().stream().map(this::node).toList(),
                graph.initializers().stream().map(this::tensor).toList(),
                graph.sparseInitializers().stream().map(this::sparseTensor).toList(),
                graph.inputs().stream().map(ReadMessages::value).toList(),
                graph.outputs().stream().map(ReadMessages::value).toList(),
                graph.values().stream().map(ReadMessages::value).toList());
    }

    private List<?> node(NodeMessage node) {
        return List.of(
                node.name(),
                node.operator(),
                node.domain(),
                node.overload(),
                node.inputs(),
                node.outputs(),
                node.attributes().stream().map(this::attribute).toList(),
                node.metadata());
    }

    private List<?> attribute(AttributeMessage attribute) {
        return List.of(attribute.name(), attribute.reference(), content(attribute.content()));
    }

    private List<?> content(AttributeMessage.Content content) {
        if (content instanceof AttributeMessage.Real real) {
            return List.of("f", real.value());
        } else if (content instanceof AttributeMessage.Whole whole) {
            return List.of("i", whole.value());
        } else if (content instanceof AttributeMessage.Text text) {
            return List.of("s", text.value());
        } else if (content instanceof AttributeMessage.Reals reals) {
            return List.of("floats", reals.values());
        } else if (content instanceof AttributeMessage.Wholes wholes) {
            return List.of("ints", wholes.values());
        } else if (content instanceof AttributeMessage.Texts texts) {
            return List.of("strings", texts.values());
        } else if (content instanceof AttributeMessage.Tensor tensor) {
            return List.of("t", tensor(tensor.value()));
        } else if (content instanceof AttributeMessage.Graph graph) {
            return List.of("g", graph(graph.value()));
        } else if (content instanceof AttributeMessage.SparseTensor sparse) {
            return List.of("sparse_tensor", sparseTensor(sparse.value()));
        } else if (content instanceof AttributeMessage.Type type) {
            return List.of("tp", type(type.value()));
        }
        return List.of(content instanceof AttributeMessage.Nothing ? "nothing" : "others");
    }

    private List<?> sparseTensor(SparseTensorMessage sparse) {
        return List.of(tensor(sparse.values()), tensor(sparse.indices()), sparse.dimensions());
    }

    private List<?> tensor(TensorMessage tensor) {
        Map<String, List<Object>> data = new TreeMap<>();
        for (Part part : tensor.data()) {
            List<Object> elements = elements(part);
            if (!elements.isEmpty()) {
                data.computeIfAbsent(part.field().name().toLowerCase(Locale.ROOT), field -> new ArrayList<>())
                        .addAll(elements);
            }
        }
        return List.of(
                tensor.name(), tensor.elements(), tensor.dimensions(), data, tensor.external(), tensor.isExternal());
    }

    private List<Object> elements(Part part) {
        int start = Math.toIntExact(part.bytes().offset());
        int length = Math.toIntExact(part.bytes().length());
        List<Object> elements = new ArrayList<>();
        try {
            CodedInputStream in = CodedInputStream.newInstance(file, start, length);
            switch (part.field()) {
                case STRING_DATA, RAW_DATA -> elements.add(ByteString.copyFrom(file, start, length));
                default -> {
                    while (!in.isAtEnd()) {
                        elements.add(
                                switch (part.field()) {
                                    case FLOAT_DATA -> in.readFloat();
                                    case DOUBLE_DATA -> in.readDouble();
                                    case INT32_DATA -> in.readInt32();
                                    case INT64_DATA -> in.readInt64();
                                    default -> in.readUInt64();
                                });
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elements;
    }

    private static List<?> value(ValueMessage value) {
        return List.of(
                value.name(), value.type().stream().map(ReadMessages::type).toList());
    }

    private static List<?> type(TypeMessage type) {
        if (type instanceof TypeMessage.Tensor tensor) {
            return List.of(
                    "tensor",
                    tensor.elements(),
                    tensor.dimensions().stream()
                            .map(axes ->
                                    axes.stream().map(ReadMessages::dimension).toList())
                            .toList());
        } else if (type instanceof TypeMessage.Sequence sequence) {
            return List.of("sequence_type", inner(sequence.of()));
        } else if (type instanceof TypeMessage.Maybe maybe) {
            return List.of("optional_type", inner(maybe.of()));
        }
        return List.of("map");
    }

    private static List<?> inner(Optional<TypeMessage> type) {
        return type.stream().map(ReadMessages::type).toList();
    }

    private static List<?> dimension(DimensionMessage dimension) {
        return List.of(
                dimension.value().isPresent() ? dimension.value().getAsLong() : "unknown", dimension.parameter());
    }
}
