package io.archmeter;

import io.archmeter.analysis.CostReport;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.load.BundledModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models that come with the tool, each loaded and counted once for all suites that look at it. A suite takes their names by
 * {@code @MethodSource("io.archmeter.BundledModels#names")}.
 */
public final class BundledModels {
    /** By how much the side of a small input grows until a model takes it. */
    private static final int STEP = 32;

    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();
    private static final Map<String, CostReport> COSTS = new ConcurrentHashMap<>();

    private BundledModels() {}

    public static List<String> names() {
        return Archmeter.bundled().stream().map(BundledModel::name).toList();
    }

    /**
     * Those that have all layers at full inputs: whatever layer of another model it is, one of these has it, with the same attributes on
     * inputs of the same shapes. The VGG of 19 layers has all of the others', and the ResNet of 152 those of 50 and 101.
     */
    public static List<String> withEachLayer() {
        Set<Object> layers = new HashSet<>();
        return names().stream()
                .sorted(Comparator.comparingInt(
                        name -> -model(name).graph().nodes().size()))
                .filter(name -> layers.addAll(layersOf(model(name).graph())))
                .toList();
    }

    private static List<Object> layersOf(Graph graph) {
        return graph.layers(false).stream()
                .<Object>map(node -> List.of(node.op(), graph.inputsOf(node)))
                .toList();
    }

    /** The others. */
    public static List<String> withLayersOfOthers() {
        List<String> others = new ArrayList<>(names());
        others.removeAll(withEachLayer());
        return others;
    }

    /** A model at its full input. */
    public static Model model(String name) {
        return MODELS.computeIfAbsent(name, Archmeter::load);
    }

    /** What it costs, without the heads beside its main output. */
    public static CostReport costs(String name) {
        return COSTS.computeIfAbsent(name, unseen -> model(name).analyze());
    }

    /** The same layers at the smallest square input that they take: all kinds of work, and little of it. */
    public static Model small(String name) {
        Shape full = model(name).graph().input();
        for (long side = STEP; side < full.extent(2); side += STEP) {
            try {
                Shape input = Shape.of(full.channels(), side, side);
                return Archmeter.load(name, new LoadOptions(1, Optional.of(input), Map.of()));
            } catch (ProblemException tooSmall) {
                // The next one is larger.
            }
        }
        return model(name);
    }
}
