package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Trees of {@code ai.onnx.ml}: from the root of each, a comparison at each node leads to a leaf, whose weights are added up. */
final class Trees {
    private final List<String> modes;
    private final float[] thresholds;
    private final List<Long> features;
    private final List<Long> missing;
    private final int[] whereTrue;
    private final int[] whereFalse;
    private final Map<List<Long>, Integer> numbers = new HashMap<>();
    private final Set<Integer> roots = new TreeSet<>();

    private Trees(KernelSettings settings) {
        List<Long> trees = settings.wholes("nodes_treeids").orElseThrow();
        List<Long> nodes = settings.wholes("nodes_nodeids").orElseThrow();
        modes = settings.texts("nodes_modes");
        features = settings.wholes("nodes_featureids").orElseThrow();
        missing = settings.wholes("nodes_missing_value_tracks_true").orElse(List.of());
        thresholds = floats(settings, "nodes_values");
        for (int number = 0; number < modes.size(); number++) {
            numbers.put(List.of(trees.get(number), nodes.get(number)), number);
            roots.add(number);
        }
        whereTrue = children(trees, settings.wholes("nodes_truenodeids").orElseThrow());
        whereFalse = children(trees, settings.wholes("nodes_falsenodeids").orElseThrow());
    }

    private int[] children(List<Long> trees, List<Long> nodes) {
        int[] children = new int[modes.size()];
        for (int number = 0; number < children.length; number++) {
            if (!isLeaf(number)) {
                children[number] = numbers.get(List.of(trees.get(number), nodes.get(number)));
                roots.remove(children[number]);
            }
        }
        return children;
    }

    private static float[] floats(KernelSettings settings, String name) {
        List<Double> reals = settings.reals(name).orElse(List.of());
        float[] floats = new float[reals.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = reals.get(i).floatValue();
        }
        return floats;
    }

    private boolean isLeaf(int number) {
        return modes.get(number).equals("LEAF");
    }

    /** Whether a classifier has several classes with scores of their own, and numbers for labels. */
    static boolean areOfSeveralClasses(KernelSettings settings) {
        return settings.wholes("classlabels_int64s").orElse(List.of()).size() > 1
                && Set.copyOf(settings.wholes("class_ids").orElse(List.of())).size() > 1
                && settings.text("post_transform", "NONE").equals("NONE");
    }

    /** {@code TreeEnsembleClassifier}: the class with the highest score, and all scores. */
    static void classifier(OnnxCall call) {
        List<Long> labels = call.settings().wholes("classlabels_int64s").orElseThrow();
        float[][] scores = new Trees(call.settings()).scores(call, "class", labels.size());
        Tensor label = call.output(0, Shape.of(scores.length));
        for (int row = 0; row < scores.length; row++) {
            int best = 0;
            for (int column = 1; column < labels.size(); column++) {
                best = scores[row][column] > scores[row][best] ? column : best;
            }
            label.data()[label.offset() + row] = labels.get(best);
        }
        put(call.output(1, Shape.of(scores.length, labels.size())), scores);
    }

    /** Whether a regressor adds up, and puts out the sums as they are. */
    static boolean areAdded(KernelSettings settings) {
        return settings.text("aggregate_function", "SUM").equals("SUM")
                && settings.text("post_transform", "NONE").equals("NONE");
    }

    /** {@code TreeEnsembleRegressor} of sums. */
    static void regressor(OnnxCall call) {
        int targets = (int) call.settings().whole("n_targets", 1);
        float[][] scores = new Trees(call.settings()).scores(call, "target", targets);
        put(call.output(Shape.of(scores.length, targets)), scores);
    }

    private static void put(Tensor y, float[][] scores) {
        for (int row = 0; row < scores.length; row++) {
            System.arraycopy(scores[row], 0, y.data(), y.offset() + row * scores[row].length, scores[row].length);
        }
    }

    private float[][] scores(OnnxCall call, String what, int columns) {
        List<Long> ids = call.settings().wholes(what + "_ids").orElseThrow();
        List<Long> trees = call.settings().wholes(what + "_treeids").orElseThrow();
        List<Long> nodes = call.settings().wholes(what + "_nodeids").orElseThrow();
        float[] weights = floats(call.settings(), what + "_weights");
        float[] base = floats(call.settings(), "base_values");
        float[][] ofLeaves = new float[modes.size()][columns];
        for (int i = 0; i < weights.length; i++) {
            ofLeaves[numbers.get(List.of(trees.get(i), nodes.get(i)))][
                    ids.get(i).intValue()] += weights[i];
        }
        Tensor x = call.input(0);
        int width = x.extent(x.rank() - 1);
        float[][] scores = new float[x.elements() / width][];
        for (int row = 0; row < scores.length; row++) {
            double[] sums = new double[columns];
            for (int root : roots) {
                float[] found = ofLeaves[leaf(root, x, x.offset() + row * width)];
                for (int column = 0; column < columns; column++) {
                    sums[column] += found[column];
                }
            }
            scores[row] = new float[columns];
            for (int column = 0; column < columns; column++) {
                scores[row][column] = (float) (sums[column] + (base.length == columns ? base[column] : 0));
            }
        }
        return scores;
    }

    private int leaf(int root, Tensor x, int row) {
        int number = root;
        // No way is longer than there are nodes.
        for (int step = 0; step < modes.size() && !isLeaf(number); step++) {
            float element = x.data()[row + features.get(number).intValue()];
            number = holds(number, element) ? whereTrue[number] : whereFalse[number];
        }
        return number;
    }

    private boolean holds(int number, float element) {
        float threshold = thresholds[number];
        if (Float.isNaN(element) && !missing.isEmpty() && missing.get(number) != 0) {
            return true;
        }
        return switch (modes.get(number)) {
            case "BRANCH_LEQ" -> element <= threshold;
            case "BRANCH_LT" -> element < threshold;
            case "BRANCH_GTE" -> element >= threshold;
            case "BRANCH_GT" -> element > threshold;
            case "BRANCH_EQ" -> element == threshold;
            default -> element != threshold;
        };
    }
}
