package io.archmeter.onnx.file;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.archmeter.onnx.OnnxProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Google's library reads in a file, as lists that can be compared with those of {@link ReadMessages}. */
final class WitnessedMessages {
    private static final List<String> KINDS = List.of(
            "nothing",
            "f",
            "i",
            "s",
            "t",
            "g",
            "floats",
            "ints",
            "strings",
            "tensors",
            "graphs",
            "sparse_tensor",
            "sparse_tensors",
            "tp",
            "type_protos");
    private static final List<String> DATA =
            List.of("float_data", "int32_data", "string_data", "int64_data", "raw_data", "double_data", "uint64_data");

    private WitnessedMessages() {}

    /** The file as the library reads it. */
    static DynamicMessage parse(byte[] file) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(OnnxProto.MODEL, file);
    }

    static List<?> model(Message model) {
        return List.of(
                get(model, "ir_version"),
                all(model, "opset_import").stream()
                        .map(WitnessedMessages::opset)
                        .toList(),
                get(model, "producer_name"),
                get(model, "producer_version"),
                one(model, "graph").stream().map(WitnessedMessages::graph).toList(),
                all(model, "functions").stream()
                        .map(WitnessedMessages::function)
                        .toList(),
                entries(model, "metadata_props"));
    }

    private static List<?> opset(Message opset) {
        return List.of(get(opset, "domain"), get(opset, "version"));
    }

    private static List<?> function(Message function) {
        return List.of(
                get(function, "name"),
                get(function, "domain"),
                get(function, "overload"),
                get(function, "input"),
                get(function, "output"),
                get(function, "attribute"),
                all(function, "attribute_proto").stream()
                        .map(WitnessedMessages::attribute)
                        .toList(),
                all(function, "node").stream().map(WitnessedMessages::node).toList(),
                all(function, "opset_import").stream()
                        .map(WitnessedMessages::opset)
                        .toList());
    }

    private static List<?> graph(Message graph) {
        return List.of(
                get(graph, "name"),
                all(graph, "node").stream().map(WitnessedMessages::node).toList(),
                all(graph, "initializer").stream()
                        .map(WitnessedMessages::tensor)
                        .toList(),
                all(graph, "sparse_initializer").stream()
                        .map(WitnessedMessages::sparseTensor)
                        .toList(),
                all(graph, "input").stream().map(WitnessedMessages::value).toList(),
                all(graph, "output").stream().map(WitnessedMessages::value).toList(),
                all(graph, "value_info").stream().map(WitnessedMessages::value).toList());
    }

    private static List<?> node(Message node) {
        return List.of(
                get(node, "name"),
                get(node, "op_type"),
                get(node, "domain"),
                get(node, "overload"),
                get(node, "input"),
                get(node, "output"),
                all(node, "attribute").stream()
                        .map(WitnessedMessages::attribute)
                        .toList(),
                entries(node, "metadata_props"));
    }

    private static List<?> attribute(Message attribute) {
        return List.of(get(attribute, "name"), get(attribute, "ref_attr_name"), content(attribute));
    }

    /** The numbers of {@code AttributeProto.AttributeType} are the places of {@link #KINDS}. */
    private static List<?> content(Message attribute) {
        int said = (int) get(attribute, "type");
        int kind = said;
        while (said == 0 && kind < KINDS.size() && (kind == 0 || !isSet(attribute, KINDS.get(kind)))) {
            kind++;
        }
        String name = kind > 0 && kind < KINDS.size() ? KINDS.get(kind) : "nothing";
        boolean zero = List.of("f", "i", "s", "floats", "ints", "strings").contains(name)
                && ((String) get(attribute, "ref_attr_name")).isEmpty();
        if (name.equals("nothing") || !isSet(attribute, name) && !zero) {
            return List.of("nothing");
        }
        return switch (name) {
            case "f", "i", "floats", "ints" -> List.of(name, get(attribute, name));
            case "s" -> List.of(name, ((ByteString) get(attribute, name)).toStringUtf8());
            case "strings" -> List.of(name, texts((List<?>) get(attribute, name)));
            case "t" -> List.of(name, tensor((Message) get(attribute, name)));
            case "g" -> List.of(name, graph((Message) get(attribute, name)));
            case "sparse_tensor" -> List.of(name, sparseTensor((Message) get(attribute, name)));
            case "tp" -> {
                List<?> type = type((Message) get(attribute, name));
                yield type.isEmpty() ? List.of("nothing") : List.of(name, type);
            }
            default -> List.of("others");
        };
    }

    private static List<?> sparseTensor(Message sparse) {
        return List.of(
                tensor((Message) get(sparse, "values")), tensor((Message) get(sparse, "indices")), get(sparse, "dims"));
    }

    private static List<?> tensor(Message tensor) {
        Map<String, List<?>> data = new LinkedHashMap<>();
        for (String field : DATA) {
            Object value = get(tensor, field);
            if (isSet(tensor, field)) {
                data.put(field, value instanceof List<?> list ? list : List.of(value));
            }
        }
        return List.of(
                get(tensor, "name"),
                get(tensor, "data_type"),
                get(tensor, "dims"),
                data,
                entries(tensor, "external_data"),
                ((EnumValueDescriptor) get(tensor, "data_location")).getNumber() == 1);
    }

    private static List<?> value(Message value) {
        return List.of(
                get(value, "name"),
                one(value, "type").stream()
                        .map(WitnessedMessages::type)
                        .filter(type -> !type.isEmpty())
                        .toList());
    }

    private static List<?> type(Message type) {
        for (FieldDescriptor field : type.getAllFields().keySet()) {
            Message inner = (Message) type.getField(field);
            return switch (field.getName()) {
                case "tensor_type", "sparse_tensor_type" ->
                    List.of(
                            "tensor",
                            get(inner, "elem_type"),
                            one(inner, "shape").stream()
                                    .map(shape -> all(shape, "dim").stream()
                                            .map(WitnessedMessages::dimension)
                                            .toList())
                                    .toList());
                case "sequence_type", "optional_type" ->
                    List.of(
                            field.getName(),
                            one(inner, "elem_type").stream()
                                    .map(WitnessedMessages::type)
                                    .filter(of -> !of.isEmpty())
                                    .toList());
                case "map_type" -> List.of("map");
                default -> List.of();
            };
        }
        return List.of();
    }

    private static List<?> dimension(Message dimension) {
        return isSet(dimension, "dim_value")
                ? List.of(get(dimension, "dim_value"), "")
                : List.of("unknown", get(dimension, "dim_param"));
    }

    private static Map<String, String> entries(Message message, String field) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Message entry : all(message, field)) {
            entries.put((String) get(entry, "key"), (String) get(entry, "value"));
        }
        return entries;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(value -> ((ByteString) value).toStringUtf8()).toList();
    }

    private static Object get(Message message, String field) {
        return message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    private static boolean isSet(Message message, String field) {
        FieldDescriptor described = message.getDescriptorForType().findFieldByName(field);
        return described.isRepeated() ? message.getRepeatedFieldCount(described) > 0 : message.hasField(described);
    }

    private static List<Message> one(Message message, String field) {
        return isSet(message, field) ? List.of((Message) get(message, field)) : List.of();
    }

    private static List<Message> all(Message message, String field) {
        List<Message> all = new ArrayList<>();
        ((List<?>) get(message, field)).forEach(each -> all.add((Message) each));
        return all;
    }
}
