package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.infer.Fact;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.op.Inputs;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes that are put together again, from the last layer to the first: so that the longest piece is found. */
final class Fusions {
    /** The longest first, where two end in the same operator. */
    private static final List<Fusion> ALL =
            List.of(new LayerNormFusion(), new LinearFusion(), new GeluFusion(), new GateFusion(), new ShuffleFusion());

    private final Map<Integer, Fused> byLast = new HashMap<>();
    private final Set<Integer> within = new HashSet<>();
    private final List<InferredNode> named = new ArrayList<>();

    /** None at all. */
    Fusions(List<InferredNode> layers) {
        named.addAll(layers);
    }

    Fusions(InferredModel model, Folded constants, List<InferredNode> layers) {
        ValueUses pieces = new ValueUses(model, constants, layers);
        for (int number = layers.size() - 1; number >= 0; number--) {
            InferredNode last = layers.get(number);
            if (!isWithin(last)) {
                find(last, pieces).ifPresent(this::take);
            }
        }
        Set<Integer> names = new HashSet<>();
        byLast.values().forEach(fused -> names.add(fused.named().node().number()));
        for (InferredNode layer : layers) {
            int number = layer.node().number();
            if (names.contains(number) || !isWithin(layer) && !byLast.containsKey(number)) {
                named.add(layer);
            }
        }
    }

    private void take(Fused fused) {
        byLast.put(fused.last().node().number(), fused);
        fused.pieces()
                .subList(0, fused.pieces().size() - 1)
                .forEach(piece -> within.add(piece.node().number()));
    }

    private Optional<Fused> find(InferredNode last, ValueUses pieces) {
        if (!last.node().domain().isEmpty()) {
            return Optional.empty();
        }
        for (Fusion fusion : ALL) {
            Optional<Fused> fused = known(fusion, last, pieces).filter(found -> isExact(found, pieces));
            if (fused.isPresent()) {
                return fused;
            }
        }
        return Optional.empty();
    }

    /** What is not known of a node says nothing for a fusion. */
    private static Optional<Fused> known(Fusion fusion, InferredNode last, ValueUses pieces) {
        try {
            return fusion.of(last, pieces);
        } catch (UnknownException notKnown) {
            return Optional.empty();
        }
    }

    /** Whether the operator makes the same output as its pieces, and counts the same multiply-adds. */
    private boolean isExact(Fused fused, ValueUses pieces) {
        if (!pieces.areClosed(fused.pieces()) || fused.pieces().stream().anyMatch(this::isWithin)) {
            return false;
        }
        MappingCall call = pieces.call(fused.operand().node());
        Fact made = fused.last().outcome().outputs().get(0);
        try {
            DType type = call.type(fused.operand().input());
            Inputs inputs = new Inputs(List.of(call.shape(fused.operand().input())), List.of(type));
            Inferred inferred = Catalogue.infer(fused.op(), inputs);
            Shape shape = inferred.outputs().get(0).shape();
            long multiplyAdds = 0;
            for (InferredNode piece : fused.pieces()) {
                multiplyAdds = Math.addExact(
                        multiplyAdds, piece.outcome().work().multiplyAdds().value());
            }
            return type.hasGradients()
                    && made instanceof Fact.Tensor tensor
                    && tensor.shape().equals(shape)
                    && tensor.type() == type
                    && Catalogue.facts(fused.op(), inputs, List.of(shape))
                                    .work()
                                    .multiplyAdds()
                                    .value()
                            == multiplyAdds;
        } catch (Refusal | UnknownException | ArithmeticException doesNotFit) {
            return false;
        }
    }

    /** The layer that ends with a node. */
    Optional<Fused> endingWith(InferredNode node) {
        return Optional.ofNullable(byLast.get(node.node().number()));
    }

    /** Whether a node is a piece of a layer that ends with another. */
    boolean isWithin(InferredNode node) {
        return within.contains(node.node().number());
    }

    /** The nodes by which all layers are called, in their order. */
    List<InferredNode> named() {
        return named;
    }

    /** What layers are made of, for people; empty where all are one node each. */
    String text() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        byLast.values().stream().map(Fused::text).sorted().forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
