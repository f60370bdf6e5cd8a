package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Linear models, support vectors and trees of {@code ai.onnx.ml}: N×F to a class or a score for each of N. */
final class MachineLearning {
    /** One score for each class; a single one of two classes gets its counterpart, as in ONNX Runtime. */
    static final NodeRule LINEAR_CLASSIFIER = call -> {
        long targets = reals(call, "intercepts");
        if (targets == 0) {
            throw new UnknownException(call.here());
        }
        long scores = targets == 1 && classes(call) == 2 ? 2 : targets;
        return linear(call, targets, classified(call, Extent.of(scores)));
    };

    static final NodeRule LINEAR_REGRESSOR = call -> {
        long targets = call.attributes().whole("targets", 1);
        return linear(call, targets, List.of(scores(call, DType.FLOAT32, Extent.of(targets))));
    };

    /** Trees are as deep as an input takes them. */
    static final NodeRule TREE_REGRESSOR = call -> {
        DType type = call.operator().equals("TreeEnsemble") ? call.type(0) : DType.FLOAT32;
        long targets = call.attributes().whole("n_targets", 1);
        return notCounted(call, List.of(scores(call, type, Extent.of(targets))));
    };

    static final NodeRule TREE_CLASSIFIER = call -> {
        long classes = classes(call);
        return notCounted(call, classified(call, classes == 0 ? call.here() : Extent.of(classes)));
    };

    /** Without probabilities there is a score for each pair of classes, and one for each of two. */
    static final NodeRule SVM_CLASSIFIER = call -> {
        long classes = classes(call);
        boolean paired = call.attributes().has("vectors_per_class") && reals(call, "prob_a") == 0 && classes > 2;
        long scores = paired ? Math.multiplyExact(classes, classes - 1) / 2 : classes;
        return notCounted(call, classified(call, classes == 0 ? call.here() : Extent.of(scores)));
    };

    static final NodeRule SVM_REGRESSOR = call -> notCounted(call, List.of(scores(call, DType.FLOAT32, Extent.of(1))));

    private MachineLearning() {}

    private static long reals(NodeCall call, String name) {
        return call.attributes().reals(name).map(List::size).orElse(0);
    }

    private static long classes(NodeCall call) {
        for (String name : List.of("classlabels_strings", "classlabels_int64s", "classlabels_ints")) {
            long labels = name.equals("classlabels_strings")
                    ? call.attributes().texts(name).map(List::size).orElse(0)
                    : call.attributes().wholes(name).map(List::size).orElse(0);
            if (labels > 0) {
                return labels;
            }
        }
        return 0;
    }

    /** N; a vector is one sample. */
    private static Extent samples(NodeCall call) {
        Shape x = call.shape(0);
        return x.rank() > 1 ? x.axis(0) : Extent.of(1);
    }

    private static Fact scores(NodeCall call, DType type, Extent targets) {
        return Fact.tensor(type, Shape.ofAxes(List.of(samples(call), targets)));
    }

    private static List<Fact> classified(NodeCall call, Extent scores) {
        DType label = call.attributes()
                        .texts("classlabels_strings")
                        .filter(labels -> !labels.isEmpty())
                        .isPresent()
                ? DType.STRING
                : DType.INT64;
        return List.of(Fact.tensor(label, Shape.ofAxes(List.of(samples(call)))), scores(call, DType.FLOAT32, scores));
    }

    private static Outcome linear(NodeCall call, long targets, List<Fact> outputs) {
        Shape x = call.shape(0);
        Extent features = x.rank() == 0 ? Extent.of(1) : x.axis(x.rank() - 1);
        Formula made = Formula.product(Formula.of(samples(call)), Formula.of(targets));
        Outcome outcome = Outcome.of(outputs).multiplying(Formula.product(made, Formula.of(features)));
        return reals(call, "intercepts") > 0 ? outcome.and(ADD, made) : outcome;
    }

    private static Outcome notCounted(NodeCall call, List<Fact> outputs) {
        Work work = Work.notKnown(call.here());
        return new Outcome(outputs, new Work(Formula.ZERO, Formula.ZERO, work.others()), Storage.OWN);
    }

    /** The first of some lists of values that is there, by its type. */
    static Optional<DType> typeOfValues(NodeCall call) {
        List<Optional<DType>> types = new ArrayList<>();
        types.add(call.attributes().tensor("values_tensor").flatMap(tensor -> ElementTypes.of(tensor.elements())));
        types.add(call.attributes().texts("values_strings").map(all -> DType.STRING));
        types.add(call.attributes().wholes("values_int64s").map(all -> DType.INT64));
        types.add(call.attributes().reals("values_floats").map(all -> DType.FLOAT32));
        return types.stream().flatMap(Optional::stream).findFirst();
    }
}
