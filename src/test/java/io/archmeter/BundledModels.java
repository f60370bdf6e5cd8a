package io.archmeter;

import io.archmeter.analysis.CostReport;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.load.BundledModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** A model at its full input. */
    public static Model model(String name) {
        return MODELS.computeIfAbsent(name, Archmeter::load);
    }

    /** What it costs, without the heads beside its main output. */
    public static CostReport costs(String name) {
        return COSTS.computeIfAbsent(name, unseen -> model(name).analyze());
    }

    /** The same layers at the smallest input that they take, all axes alike: all kinds of work, and little of it. */
    public static Model small(String name) {
        Shape full = model(name).graph().input().sample();
        for (long side = STEP; side < full.extent(full.rank() - 1); side += STEP) {
            Shape input = full;
            for (int axis = 1; axis < full.rank(); axis++) {
                input = input.with(axis, Extent.of(Math.min(side, full.extent(axis))));
            }
            try {
                return Archmeter.load(name, new LoadOptions(1, Optional.of(input), Map.of()));
            } catch (ProblemException tooSmall) {
                // The next one is larger.
            }
        }
        return model(name);
    }
}
