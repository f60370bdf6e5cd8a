package io.archmeter.assertj;

import io.archmeter.Model;
import io.archmeter.budget.Bound;
import io.archmeter.budget.BudgetedModel;
import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Measurement;
import io.archmeter.budget.Scope;
import io.archmeter.budget.check.Checks;
import io.archmeter.budget.check.Finding;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.op.Catalogue;
import io.archmeter.op.OperatorWords;
import io.archmeter.problem.Span;
import io.archmeter.report.check.FindingText;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * What a network may cost. Every limit is kept up to the unit; what fails says by how much, which layers weigh most and what helps,
 * as {@code archmeter check} does. Counts are those of inference with 32-bit numbers, if nothing else is asked for.
 *
 * @since 0.2.0
 */
public final class ModelAssert extends AbstractAssert<ModelAssert, Model> implements Limited<ModelAssert> {
    /** An assertion stands in no budget file; AssertJ names its line. */
    private static final Span HERE = Span.of("assertion");

    private Settings settings = Settings.DEFAULT;
    private Optional<Snapshot> measured = Optional.empty();

    ModelAssert(Model model) {
        super(model, ModelAssert.class);
    }

    /** Counts the bytes of tensors of another type. */
    public ModelAssert storedAs(DType type) {
        return counted(type, settings.training(), settings.optimizer());
    }

    /** Counts heads as well, which exist in training only. */
    public ModelAssert inTraining() {
        return counted(settings.dtype(), true, settings.optimizer());
    }

    /** Counts the state of this optimizer in what training needs; of Adam, if none is named. */
    public ModelAssert trainedBy(Optimizer optimizer) {
        return counted(settings.dtype(), settings.training(), optimizer);
    }

    /** The network has its batch and input already. */
    private ModelAssert counted(DType type, boolean training, Optimizer optimizer) {
        settings = new Settings(1, Optional.empty(), type, training, optimizer, Map.of());
        measured = Optional.empty();
        return this;
    }

    /** Limits all layers together whose path fits, or lies below one that does: {@code layer4}, {@code layer4.*}. */
    public LayersAssert module(String pattern) {
        return new LayersAssert(this, new Scope.Module(pattern));
    }

    /** Limits each layer alone whose path fits; {@code *} stands for any text. */
    public LayersAssert eachLayer(String pattern) {
        return new LayersAssert(this, new Scope.Layer(pattern));
    }

    /**
     * Limits all layers together that do the same: {@code conv}.
     *
     * @throws IllegalArgumentException where there is no such operator
     */
    public LayersAssert operator(String kind) {
        return new LayersAssert(this, new Scope.Operator(known(kind)));
    }

    /** The most bytes that a forward pass holds at a step. */
    public ModelAssert hasPeakBytesAtMost(long limit) {
        return keeps(Metric.PEAK_BYTES, limit);
    }

    /** One buffer for all tensors of a forward pass. */
    public ModelAssert hasArenaBytesAtMost(long limit) {
        return keeps(Metric.ARENA_BYTES, limit);
    }

    /** What autograd keeps of a forward pass for the backward pass. */
    public ModelAssert hasKeptForBackwardBytesAtMost(long limit) {
        return keeps(Metric.KEPT_FOR_BACKWARD_BYTES, limit);
    }

    /** Weights, gradients, the optimizer's state and what is kept for the backward pass. */
    public ModelAssert hasTrainingTotalBytesAtMost(long limit) {
        return keeps(Metric.TRAINING_TOTAL_BYTES, limit);
    }

    /** Layers with multiply-adds on the longest way from the input to the output. */
    public ModelAssert hasDepthAtMost(long limit) {
        return keeps(Metric.DEPTH, limit);
    }

    /** Elements of the input that one of the output sees, along the axis where it sees fewest. */
    public ModelAssert hasReceptiveFieldAtLeast(long limit) {
        return keeps(Metric.RECEPTIVE_FIELD, limit);
    }

    /**
     * Has no layer that does any of this: {@code lrn}, {@code dropout}.
     *
     * @throws IllegalArgumentException where there is no such operator
     */
    public ModelAssert hasNoOperator(String... kinds) {
        return keeps(
                Stream.of(kinds).map(kind -> new Forbidden(known(kind), HERE)).toList(), List.of());
    }

    @Override
    public ModelAssert keeps(Metric metric, long limit) {
        return keeps(Scope.TOTAL, metric, limit);
    }

    ModelAssert keeps(Scope scope, Metric metric, long limit) {
        Bound bound = new Bound.Absolute(Long.toString(limit), limit);
        return keeps(List.of(), List.of(new Limit(scope, metric, bound, HERE)));
    }

    private ModelAssert keeps(List<Forbidden> forbidden, List<Limit> limits) {
        isNotNull();
        String name = actual.graph().name();
        BudgetedModel subject = new BudgetedModel(name, false, settings, limits, forbidden, HERE);
        List<Finding> findings = Checks.judge(
                        List.of(new Measurement(subject, actual.facts(settings.dtype()), snapshot())), Optional.empty())
                .findings();
        if (!findings.isEmpty()) {
            failWithMessage("%s", findings.stream().map(FindingText::explained).collect(Collectors.joining("\n")));
        }
        return this;
    }

    /** A word that no layer can do would be kept by every network. */
    private static String known(String kind) {
        if (!Catalogue.kinds().contains(kind)) {
            throw new IllegalArgumentException(
                    "there is no operator '" + kind + "': " + OperatorWords.remedy(kind, Catalogue.kinds()));
        }
        return kind;
    }

    private Snapshot snapshot() {
        if (measured.isEmpty()) {
            measured = Optional.of(Snapshots.of(actual.graph().name(), actual.facts(settings.dtype()), settings));
        }
        return measured.get();
    }
}
