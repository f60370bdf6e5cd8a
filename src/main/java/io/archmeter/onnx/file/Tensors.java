package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.List;

/** All tensors of a model: initializers and attributes, in branches and functions too. */
final class Tensors {
    private final List<TensorMessage> found = new ArrayList<>();

    private Tensors() {}

    static List<TensorMessage> of(ModelMessage model) {
        Tensors tensors = new Tensors();
        model.graph().ifPresent(tensors::addOf);
        for (FunctionMessage function : model.functions()) {
            function.defaults().forEach(tensors::addOf);
            function.nodes().forEach(tensors::addOf);
        }
        return tensors.found;
    }

    private void addOf(GraphMessage graph) {
        found.addAll(graph.initializers());
        graph.sparseInitializers().forEach(this::addOf);
        graph.nodes().forEach(this::addOf);
    }

    private void addOf(NodeMessage node) {
        node.attributes().forEach(this::addOf);
    }

    private void addOf(AttributeMessage attribute) {
        if (attribute.content() instanceof AttributeMessage.Tensor tensor) {
            found.add(tensor.value());
        } else if (attribute.content() instanceof AttributeMessage.SparseTensor sparse) {
            addOf(sparse.value());
        } else if (attribute.content() instanceof AttributeMessage.Graph graph) {
            addOf(graph.value());
        }
    }

    private void addOf(SparseTensorMessage sparse) {
        found.add(sparse.values());
        found.add(sparse.indices());
    }
}
