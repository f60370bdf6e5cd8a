package io.archmeter;

import io.archmeter.analysis.CostReport;
import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.load.BundledModel;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The models that come with the tool, each loaded and counted once for all suites that look at it. A suite takes their names by
 * {@code @MethodSource("io.archmeter.BundledModels#names")}.
 */
public final class BundledModels {
    /** By how much the side of a small input grows until a model takes it. */
    private static final int STEP = 32;

    /** What makes a model of texts small. */
    private static final Map<String, String> FEW_WORDS = Map.of("context", "8", "vocabulary", "100", "depth", "2");

    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();
    private static final Map<String, CostReport> COSTS = new ConcurrentHashMap<>();

    private BundledModels() {}

    public static List<String> names() {
        return Archmeter.bundled().stream().map(BundledModel::name).toList();
    }

    /** Those whose one input is an image, or several of a film. */
    public static List<String> ofImages() {
        return names().stream().filter(BundledModels::takesImages).toList();
    }

    private static boolean takesImages(String name) {
        List<Value> inputs = model(name).graph().inputValues();
        return inputs.size() == 1 && inputs.get(0).type() == DType.FLOAT32;
    }

    /** A model at its full input. */
    public static Model model(String name) {
        return MODELS.computeIfAbsent(name, Archmeter::load);
    }

    /** What it costs, without the heads beside its main output. */
    public static CostReport costs(String name) {
        return COSTS.computeIfAbsent(name, unseen -> model(name).analyze());
    }

    /** The same layers at the smallest image that they take, all axes alike, or on few words: all kinds of work, and little of it. */
    public static Model small(String name) {
        if (!takesImages(name)) {
            return Archmeter.load(name, new LoadOptions(1, Optional.empty(), FEW_WORDS));
        }
        Shape full = model(name).graph().input().sample();
        for (long side = STEP; side < full.extent(full.rank() - 1); side += STEP) {
            Shape input = full;
            for (int axis = 1; axis < full.rank(); axis++) {
                input = input.with(axis, Extent.of(Math.min(side, full.extent(axis))));
            }
            Optional<Model> taken =
                    load(name, new LoadOptions(1, Optional.of(input), Map.of())).or(sized(name, side));
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        return model(name);
    }

    /** A model with weights for each place of an image has a param for its size. */
    private static Supplier<Optional<Model>> sized(String name, long side) {
        return () -> load(name, new LoadOptions(1, Optional.empty(), Map.of("size", Long.toString(side))));
    }

    /** Empty where the model does not take that. */
    private static Optional<Model> load(String name, LoadOptions options) {
        try {
            return Optional.of(Archmeter.load(name, options));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
