package io.archmeter.onnx.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.onnx.OnnxProto;
import io.archmeter.weights.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of an ONNX file as ONNX Runtime is given them: with all values that the graph has as outputs, extents of inputs that are known,
 * and elements for tensors that the file lacks.
 */
final class WitnessedModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final NamedGraph named;
    private final WeightSource drawn;

    WitnessedModel(NamedGraph named, WeightSource drawn) {
        this.named = named;
        this.drawn = drawn;
    }

    byte[] bytes(byte[] file) {
        try {
            Message.Builder model = DynamicMessage.parseFrom(OnnxProto.MODEL, file).toBuilder();
            Message.Builder graph = ((Message) model.getField(field(model, "graph"))).toBuilder();
            graph.clearField(field(graph, "value_info"));
            fill(graph);
            bind(graph);
            putOutAll(graph);
            return model.setField(field(model, "graph"), graph.build()).build().toByteArray();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static FieldDescriptor field(Message.Builder message, String name) {
        return message.getDescriptorForType().findFieldByName(name);
    }

    private void fill(Message.Builder graph) {
        FieldDescriptor initializers = field(graph, "initializer");
        for (int i = 0; i < graph.getRepeatedFieldCount(initializers); i++) {
            Message.Builder tensor = ((Message) graph.getRepeatedField(initializers, i)).toBuilder();
            if (tensor.getRepeatedFieldCount(field(tensor, "external_data")) > 0) {
                tensor.clearField(field(tensor, "external_data")).clearField(field(tensor, "data_location"));
                tensor.setField(field(tensor, "raw_data"), ByteString.copyFrom(elements(tensor)));
                graph.setRepeatedField(initializers, i, tensor.build());
            }
        }
    }

    /** What is drawn for the tensor; zeros where no layer takes it. */
    private byte[] elements(Message.Builder tensor) {
        Object name = tensor.getField(field(tensor, "name"));
        List<?> extents = (List<?>) tensor.getField(field(tensor, "dims"));
        long[] shape = extents.stream().mapToLong(extent -> (Long) extent).toArray();
        Optional<Weight> weight = Optional.ofNullable(named.weights().get(name))
                .map(number -> named.graph().weights().get(number));
        float[] elements = weight.isPresent()
                ? drawn.draw(weight.get(), shape)
                : new float[Math.toIntExact(Shape.of(shape).elements())];
        int type = (Integer) tensor.getField(field(tensor, "data_type"));
        if (type != FLOAT && type != INT64) {
            throw new IllegalArgumentException(name + " has elements of type " + type);
        }
        ByteBuffer bytes = ByteBuffer.allocate(elements.length * (type == FLOAT ? Float.BYTES : Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float element : elements) {
            if (type == FLOAT) {
                bytes.putFloat(element);
            } else {
                bytes.putLong((long) element);
            }
        }
        return bytes.array();
    }

    /** Inputs that no initializer gives a value. */
    private void bind(Message.Builder graph) {
        FieldDescriptor inputs = field(graph, "input");
        Graph ours = named.graph();
        for (int i = 0; i < graph.getRepeatedFieldCount(inputs); i++) {
            Message.Builder input = ((Message) graph.getRepeatedField(inputs, i)).toBuilder();
            Object name = input.getField(field(input, "name"));
            ours.inputValues().stream()
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .ifPresent(value -> bind(input, value.shape()));
            graph.setRepeatedField(inputs, i, input.build());
        }
    }

    private static void bind(Message.Builder input, Shape shape) {
        Message.Builder type = ((Message) input.getField(field(input, "type"))).toBuilder();
        Message.Builder tensor = ((Message) type.getField(field(type, "tensor_type"))).toBuilder();
        FieldDescriptor shapes = field(tensor, "shape");
        Message.Builder known = tensor.newBuilderForField(shapes);
        for (long extent : shape.extents()) {
            Message.Builder dimension = known.newBuilderForField(field(known, "dim"));
            dimension.setField(field(dimension, "dim_value"), extent);
            known.addRepeatedField(field(known, "dim"), dimension.build());
        }
        tensor.setField(shapes, known.build());
        type.setField(field(type, "tensor_type"), tensor.build());
        input.setField(field(input, "type"), type.build());
    }

    private void putOutAll(Message.Builder graph) {
        FieldDescriptor outputs = field(graph, "output");
        graph.clearField(outputs);
        FieldDescriptor nodes = field(graph, "node");
        for (int i = 0; i < graph.getRepeatedFieldCount(nodes); i++) {
            Message.Builder node = ((Message) graph.getRepeatedField(nodes, i)).toBuilder();
            for (Object name : (List<?>) node.getField(field(node, "output"))) {
                if (named.values().containsKey(name)) {
                    Message.Builder output = graph.newBuilderForField(outputs);
                    output.setField(field(output, "name"), name);
                    graph.addRepeatedField(outputs, output.build());
                }
            }
        }
    }
}
