package io.archmeter.verify;

import io.archmeter.exec.Forward;
import io.archmeter.exec.Observation;
import io.archmeter.exec.tensor.Reuse;
import io.archmeter.facts.Cost;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Node;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.WeightUse;
import io.archmeter.metric.Metric;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that is predicted of a layer.
 *
 * @param layers the names of those that run as it
 * @param heldBytes that the plan holds while it runs
 */
record Predicted(NetworkFacts network, LayerFacts layer, List<String> layers, long heldBytes) {
    /**
     * The prediction beside what was seen.
     *
     * @param begun what was seen until the kernel asked for its output
     * @param whole what was seen until it was done
     */
    LayerVerification beside(Optional<Observation> begun, Optional<Observation> whole) {
        return Forward.computes(layer.node())
                ? beside(true, begun, whole, whole)
                : beside(false, Optional.empty(), Optional.empty(), whole);
    }

    /** Elements of all weights that a layer makes, constants among them. */
    static long elements(LayerFacts layer) {
        return layer.weights().stream()
                .mapToLong(weight -> weight.shape().elements())
                .reduce(0, Math::addExact);
    }

    /** @param ran what was seen until it was done, or until numbers were put in its place */
    private LayerVerification beside(
            boolean computed, Optional<Observation> begun, Optional<Observation> whole, Optional<Observation> ran) {
        Node node = layer.node();
        Cost cost = layer.cost();
        return new LayerVerification(
                node.name(),
                layers,
                node.op().kind(),
                node.place(),
                computed,
                compare("output", layer.output(), begun, Observation::output),
                compare("other outputs", others(layer.outputs()), begun, seen -> others(seen.outputs())),
                compare("storage", layer.storage(), begun, seen -> storage(seen.reuse())),
                compare("overwritten tensors", List.of(), ran, seen -> names(seen.overwritten())),
                compare("weight tensors", tensors(), begun, seen -> new TreeMap<>(seen.tensors())),
                compare("weight elements", elements(layer), begun, Observation::weights),
                begun.map(Observation::drawnWeights),
                List.copyOf(layer.work().multiplyAdds().values()),
                count(
                        Metric.MULTIPLY_ADDS,
                        layer.work().multiplyAdds(),
                        whole,
                        seen -> seen.executed() + seen.padded()),
                count(
                        Metric.EFFECTIVE_MULTIPLY_ADDS,
                        layer.work().effectiveMultiplyAdds(),
                        whole,
                        Observation::executed),
                whole.map(Observation::multiplications),
                compare("output bytes", cost.outputBytes(), whole, Observation::outputBytes),
                compare("held bytes", heldBytes, ran, Observation::heldBytes));
    }

    private static List<Shape> others(List<Shape> outputs) {
        return outputs.subList(1, outputs.size());
    }

    private Map<String, Shape> tensors() {
        Map<String, Shape> tensors = new TreeMap<>();
        for (WeightUse use : layer.node().weights()) {
            if (use.operand() instanceof Operand.OfWeight weight) {
                tensors.put(
                        use.role(),
                        network.graph().weights().get(weight.number()).shape());
            }
        }
        return tensors;
    }

    private List<String> names(List<Integer> values) {
        return values.stream()
                .map(number -> network.graph().values().get(number).name())
                .toList();
    }

    /** Of several counts that were predicted, which its data decide, the one that was observed; or the first, if none was. */
    private static Comparison<Long> count(
            Metric metric, Formula formula, Optional<Observation> seen, Function<Observation, Long> observed) {
        Set<Long> foreseen = formula.values();
        long predicted = seen.map(observed)
                .filter(foreseen::contains)
                .orElseGet(() -> foreseen.iterator().next());
        return compare(metric.words(), predicted, seen, observed);
    }

    private static <T> Comparison<T> compare(
            String quantity, T predicted, Optional<Observation> seen, Function<Observation, T> observed) {
        return new Comparison<>(quantity, predicted, seen.map(observed));
    }

    private static Storage storage(Reuse reuse) {
        return switch (reuse) {
            case NONE -> Storage.OWN;
            case IN_PLACE -> Storage.IN_PLACE;
            case VIEW -> Storage.VIEW;
            case PARTS -> Storage.PARTS;
            case WEIGHT -> Storage.WEIGHT;
        };
    }
}
