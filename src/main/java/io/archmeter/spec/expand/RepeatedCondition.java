package io.archmeter.spec.expand;

import io.archmeter.problem.ProblemException;
import io.archmeter.spec.Layer;
import io.archmeter.spec.expression.EvaluationSteps;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.Optional;

/**
 * Notices a condition on the channels that is written for two layers, one after the other, and no longer holds for the second
 * because the first has changed the channels: a projection and its normalization, of which only the projection is there then.
 */
final class RepeatedCondition {
    private static final String CHANNELS = "in.channels";

    private RepeatedCondition() {}

    /**
     * Whether it held for the first of two layers, and does not for the second.
     *
     * @param before what comes into the first
     * @param after what comes into the second
     */
    static boolean changed(Layer first, Layer second, Scope scope, LayerOutput before, LayerOutput after) {
        Optional<String> condition = condition(first).filter(text -> text.contains(CHANNELS));
        return condition.isPresent()
                && condition.equals(condition(second))
                && !isSame(first.body(), second.body())
                && holds(first, scope, before).equals(Optional.of(true))
                && holds(second, scope, after).equals(Optional.of(false));
    }

    private static Optional<String> condition(Layer layer) {
        return layer.when()
                .filter(Unevaluated.Computed.class::isInstance)
                .map(when -> ((Unevaluated.Computed) when).expression().text());
    }

    /** Two layers of one kind, each of which is there while there are too many channels, are meant as they are written. */
    private static boolean isSame(Layer.Body first, Layer.Body second) {
        return first instanceof Layer.Call one
                && second instanceof Layer.Call other
                && one.kind() instanceof Unevaluated.Constant kind
                && other.kind() instanceof Unevaluated.Constant otherKind
                && kind.value().equals(otherKind.value());
    }

    /** Empty where that is not known; what is wrong with the condition is said where the layer is expanded. */
    private static Optional<Boolean> holds(Layer layer, Scope scope, LayerOutput in) {
        try {
            return layer.when().orElseThrow().value(scope.seeing(in.shape()), new EvaluationSteps())
                            instanceof PlainValue.Flag flag
                    ? Optional.of(flag.flag())
                    : Optional.empty();
        } catch (ProblemException failed) {
            return Optional.empty();
        }
    }
}
