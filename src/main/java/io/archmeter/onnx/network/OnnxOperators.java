package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.FollowedElement;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.infer.SmallContent;
import io.archmeter.onnx.model.Constant;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.OnnxRegion;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes as they stand in a file: with all that their operator is told before the network runs. */
final class OnnxOperators {
    private final ModelFile file;

    OnnxOperators(ModelFile file) {
        this.file = file;
    }

    /**
     * @param regions those that it runs
     * @param given what the node takes, place by place
     * @param shapes of its operands
     * @param outputs those that somebody wants
     */
    OnnxOperator of(
            InferredNode node,
            Map<String, OnnxRegion> regions,
            List<OnnxInput> given,
            List<Shape> shapes,
            List<Output> outputs,
            Storage storage) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < node.node().outputs().size(); slot++) {
            if (node.node().outputs().get(slot).isPresent()) {
                slots.add(slot);
            }
        }
        return new OnnxOperator(
                node.node().qualifiedOperator(),
                node.node().version(),
                ShownAttributes.of(node.node()),
                tensors(node),
                regions,
                given,
                shapes,
                outputs,
                slots,
                node.outcome().work(),
                storage);
    }

    private Map<String, OnnxInput.Known> tensors(InferredNode node) {
        Map<String, OnnxInput.Known> tensors = new HashMap<>();
        node.node().attributes().values().forEach((name, content) -> {
            if (content instanceof AttributeMessage.Tensor tensor) {
                Optional<float[]> elements = ConstantElements.of(file, new Constant.Stored(tensor.value()));
                elements.ifPresent(
                        all -> tensors.put(name, known(new Shape(tensor.value().dimensions()), all)));
            }
        });
        return tensors;
    }

    private static OnnxInput.Known known(Shape shape, float[] elements) {
        List<Double> numbers = new ArrayList<>(elements.length);
        for (float element : elements) {
            numbers.add((double) element);
        }
        return new OnnxInput.Known(shape, DType.FLOAT32, numbers);
    }

    /** Something that no other node has computed: its elements where they are known, and nothing but its shape where not. */
    static OnnxInput known(Optional<Fact> fact) {
        if (fact.isEmpty() || fact.get() instanceof Fact.Nothing) {
            return new OnnxInput.LeftOut();
        }
        if (!(fact.get() instanceof Fact.Tensor tensor)) {
            return new OnnxInput.ShapeAlone(
                    NetworkBuilder.output("", fact.get()).shape());
        }
        return numbers(tensor)
                .<OnnxInput>map(elements -> new OnnxInput.Known(tensor.shape(), tensor.type(), elements))
                .orElseGet(() -> new OnnxInput.ShapeAlone(tensor.shape()));
    }

    /** The elements of a value as numbers, where all are known. */
    static Optional<List<Double>> numbers(Fact.Tensor tensor) {
        Optional<SmallContent> content = tensor.content().filter(SmallContent::isKnown);
        boolean texts = content.stream()
                .flatMap(known -> known.elements().stream())
                .anyMatch(FollowedElement.Text.class::isInstance);
        return texts ? Optional.empty() : content.map(SmallContent::reals);
    }
}
