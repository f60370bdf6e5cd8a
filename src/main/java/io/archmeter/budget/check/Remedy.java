package io.archmeter.budget.check;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.metric.Metric;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What to do about a limit that fails: what is known to help with such a layer, and how to say that the growth is meant. */
final class Remedy {
    private static final String BASELINE = "run 'archmeter baseline' and commit what it writes";

    private Remedy() {}

    static String of(ModelUnderCheck model, Judgement judgement, ScopedLayers part, Evidence evidence) {
        Limit limit = judgement.limit();
        if (judgement.verdict() == Verdict.NOT_CHECKED) {
            return notChecked(model, judgement);
        }
        if (Forbidden.isMeantBy(limit)) {
            return forbidden(((Scope.Operator) limit.scope()).kind());
        }
        List<String> remedies = new ArrayList<>();
        structural(model, limit.metric(), part, evidence).ifPresent(remedies::add);
        if (isOfZero(judgement)) {
            remedies.add("a percentage of zero is zero: write an absolute limit");
        }
        if (aNewBaselineHelps(judgement)) {
            remedies.add("if the change is meant, " + BASELINE);
        }
        return remedies.isEmpty() ? "make the model smaller, or change the limit" : String.join("; ", remedies);
    }

    private static String notChecked(ModelUnderCheck model, Judgement judgement) {
        if (judgement.actual().isPresent() && judgement.limit().bound().isRelative()) {
            return model.before().isEmpty() ? BASELINE : "write an absolute limit, or " + BASELINE;
        }
        return "limit another figure, or take the model out of this limit with 'except'";
    }

    /** A limit such as -5% asks for less than there is, however often a baseline is written. */
    private static boolean aNewBaselineHelps(Judgement judgement) {
        Limit limit = judgement.limit();
        return limit.bound().isRelative()
                && Allowance.of(limit.bound(), limit.metric(), OptionalLong.empty(), judgement.actual()).stream()
                        .mapToObj(allowed ->
                                Judgement.of(limit, judgement.actual().getAsLong(), allowed, judgement.actual()))
                        .anyMatch(then -> then.verdict() == Verdict.KEPT);
    }

    private static boolean isOfZero(Judgement judgement) {
        return judgement.limit().bound() instanceof Bound.Growth
                && judgement.before().isPresent()
                && judgement.before().getAsLong() == 0;
    }

    private static String forbidden(String kind) {
        boolean gainsNothing = Catalogue.find(kind)
                .filter(operator -> operator.traits().contains(Trait.WITHOUT_GAIN))
                .isPresent();
        return gainsNothing
                ? "take it out: VGG found that it costs memory and time and gains nothing"
                : "use another operator, or take it from the list of what is forbidden";
    }

    private static Optional<String> structural(
            ModelUnderCheck model, Metric metric, ScopedLayers part, Evidence evidence) {
        return switch (metric) {
            case PARAMETERS, BUFFERS, WEIGHT_BYTES, MULTIPLY_ADDS, EFFECTIVE_MULTIPLY_ADDS ->
                ofHeaviest(model, part, evidence);
            case OUTPUT_BYTES -> Optional.of("a stride or a pooling further up makes all maps behind it smaller");
            case PEAK_BYTES, ARENA_BYTES ->
                Optional.of("change the heaviest of what is held at the peak; 'archmeter memory' shows all of it");
            case TRAINING_PEAK_BYTES ->
                Optional.of("change the heaviest of what is held at the peak, or lower the batch;"
                        + " 'archmeter memory' shows all of it");
            case KEPT_FOR_BACKWARD_BYTES, TRAINING_TOTAL_BYTES ->
                Optional.of("lower the batch, or make large outputs smaller; 'archmeter memory' shows what is held");
            case RECEPTIVE_FIELD -> Optional.of("more layers, larger kernels, strides or dilation let it see more");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofHeaviest(ModelUnderCheck model, ScopedLayers part, Evidence evidence) {
        return evidence.layer()
                .flatMap(name -> part.layers().stream()
                        .filter(layer -> layer.name().equals(name))
                        .findFirst()
                        .flatMap(layer ->
                                LayerRemedy.of(layer, model.before(layer)).map(remedy -> name + ": " + remedy)));
    }
}
