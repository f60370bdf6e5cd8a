package io.archmeter.budget.check;

import io.archmeter.budget.Measurement;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.memory.Peak;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.Settings;
import io.archmeter.training.Allocation;
import io.archmeter.training.TrainingMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which layers hold the memory of a peak. A snapshot does not remember that: the network is planned again. */
final class PeakTensors {
    private PeakTensors() {}

    /** The tensors held where inference holds most, the largest first. */
    static List<Contribution> ofInference(Measurement model) {
        Settings settings = model.subject().settings();
        Peak peak = MemoryPlanner.plan(model.network(), settings.training()).peak();
        Map<String, Long> bytes = new LinkedHashMap<>();
        peak.live().forEach(tensor -> bytes.merge(tensor.name(), tensor.bytes().atLeast(), Math::addExact));
        return weights(bytes, Metric.PEAK_BYTES, model.network().graph());
    }

    /** What is held where training holds most, for whatever use, by layer; the heaviest first. Nothing where nothing can be trained. */
    static List<Contribution> ofTraining(Measurement model) {
        Settings settings = model.subject().settings();
        if (!settings.dtype().hasGradients()) {
            return List.of();
        }
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (Allocation holding :
                TrainingMemory.of(model.network(), settings.optimizer()).peakHoldings()) {
            bytes.merge(holding.layer(), holding.bytes(), Math::addExact);
        }
        return weights(bytes, Metric.TRAINING_PEAK_BYTES, model.network().graph());
    }

    private static Map<String, Origin> origins(Graph graph) {
        Map<String, Origin> origins = new HashMap<>();
        for (Node node : graph.nodes()) {
            origins.put(node.name(), new Origin(node.place(), List.of(), node.calls()));
        }
        return origins;
    }

    private static List<Contribution> weights(Map<String, Long> bytes, Metric metric, Graph graph) {
        Map<String, Origin> origins = origins(graph);
        long whole = bytes.values().stream().reduce(0L, Math::addExact);
        List<Contribution> weights = new ArrayList<>();
        bytes.forEach((layer, held) -> weights.add(new Contribution(layer, origins.get(layer), metric, held, whole)));
        weights.sort(Comparator.comparingLong(Contribution::value).reversed());
        return weights;
    }
}
