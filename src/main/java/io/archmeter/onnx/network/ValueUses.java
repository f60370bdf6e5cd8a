package io.archmeter.onnx.network;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.onnx.model.ModelValue;
import io.archmeter.onnx.model.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Which node makes a value, and which ones take it. */
final class ValueUses {
    private final InferredModel model;
    private final Folded constants;
    private final Map<Integer, InferredNode> makers = new HashMap<>();
    private final Map<Integer, Set<Integer>> takers = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();

    ValueUses(InferredModel model, Folded constants, List<InferredNode> layers) {
        this.model = model;
        this.constants = constants;
        for (InferredNode node : layers) {
            node.node().outputs().stream().flatMap(Optional::stream).forEach(value -> makers.put(value.number(), node));
        }
        for (InferredNode node : model.nodes()) {
            node.node().inputs().stream()
                    .flatMap(Optional::stream)
                    .forEach(value -> takers.computeIfAbsent(number(value), unseen -> new HashSet<>())
                            .add(node.node().number()));
            node.node().attributes().regions().values().forEach(this::see);
        }
        model.outputs().forEach(value -> seen.add(number(value)));
    }

    private void see(Region region) {
        for (ModelNode inner : region.nodes()) {
            inner.inputs().stream().flatMap(Optional::stream).forEach(value -> seen.add(number(value)));
            inner.attributes().regions().values().forEach(this::see);
        }
        region.outputs().forEach(value -> seen.add(number(value)));
    }

    private int number(ModelValue value) {
        return model.resolved(value.number());
    }

    /** The node of ONNX's own operators that makes an input of another, if it has this name. */
    Optional<InferredNode> maker(InferredNode node, int input, String operator) {
        Optional<ModelValue> value = input(node, input);
        return value.map(this::number)
                .map(makers::get)
                .filter(maker -> maker.node().domain().isEmpty()
                        && maker.node().operator().equals(operator));
    }

    /** Whether two inputs are one value. */
    boolean same(InferredNode node, int input, InferredNode other, int otherInput) {
        Optional<ModelValue> one = input(node, input);
        Optional<ModelValue> two = input(other, otherInput);
        return one.isPresent() && two.isPresent() && number(one.get()) == number(two.get());
    }

    private static Optional<ModelValue> input(InferredNode node, int input) {
        return input < node.node().inputs().size() ? node.node().inputs().get(input) : Optional.empty();
    }

    /** As a mapping sees a node. */
    MappingCall call(InferredNode node) {
        return new MappingCall(node, constants, 1);
    }

    /** Whether an input is one number that is always the same, as 32 bits hold it. */
    boolean isNumber(InferredNode node, int input, double number) {
        OptionalDouble constant = call(node).number(input);
        return constant.isPresent() && (float) constant.getAsDouble() == (float) number;
    }

    /** The shape of an input, where it is known. */
    Optional<Shape> shape(InferredNode node, int input) {
        Optional<Fact> given = input < node.inputs().size() ? node.inputs().get(input) : Optional.empty();
        return given.filter(
                        fact -> fact instanceof Fact.Tensor && fact.unknown().isEmpty())
                .map(fact -> ((Fact.Tensor) fact).shape());
    }

    /** Whether nobody but the others takes anything of any node before the last. */
    boolean areClosed(List<InferredNode> nodes) {
        Set<Integer> all = new HashSet<>();
        nodes.forEach(node -> all.add(node.node().number()));
        for (InferredNode node : nodes.subList(0, nodes.size() - 1)) {
            for (Optional<ModelValue> output : node.node().outputs()) {
                if (output.isPresent()
                        && (seen.contains(number(output.get()))
                                || !all.containsAll(takers.getOrDefault(number(output.get()), Set.of())))) {
                    return false;
                }
            }
        }
        return true;
    }
}
