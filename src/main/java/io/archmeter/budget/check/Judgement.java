package io.archmeter.budget.check;

import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What there is of a metric, beside what there may be; of one of which more is better, beside what there must be.
 *
 * @param actual what there is; empty where that is not known
 * @param allowed what there may be, or must; empty where that is not known
 * @param before what the baseline has; empty where there is none, or it does not know
 * @param obstacle why nothing could be checked, in a sentence; empty where it could
 */
public record Judgement(
        Limit limit, OptionalLong actual, OptionalLong allowed, OptionalLong before, Verdict verdict, String obstacle) {
    public Judgement {
        Objects.requireNonNull(limit, "limit");
        if ((verdict == Verdict.NOT_CHECKED) == obstacle.isEmpty()) {
            throw new IllegalArgumentException("what was not checked has a reason, and nothing else has: " + obstacle);
        }
        boolean decided = verdict == Verdict.KEPT || verdict == Verdict.BROKEN;
        if (decided && (actual.isEmpty() || allowed.isEmpty())) {
            throw new IllegalArgumentException("a verdict needs two numbers");
        }
    }

    /** Of two numbers that are known. Exactly at the limit is kept. */
    static Judgement of(Limit limit, long actual, long allowed, OptionalLong before) {
        Verdict verdict = headroom(limit, actual, allowed) < 0 ? Verdict.BROKEN : Verdict.KEPT;
        return new Judgement(limit, OptionalLong.of(actual), OptionalLong.of(allowed), before, verdict, "");
    }

    static Judgement notChecked(Limit limit, OptionalLong actual, OptionalLong before, String obstacle) {
        return new Judgement(limit, actual, OptionalLong.empty(), before, Verdict.NOT_CHECKED, obstacle);
    }

    static Judgement noLayer(Limit limit) {
        OptionalLong none = OptionalLong.empty();
        return new Judgement(limit, none, none, none, Verdict.NO_LAYER, "");
    }

    /** Whether there is nothing to find. */
    public boolean passes() {
        return verdict.passes();
    }

    /** Whether the check fails. */
    public boolean fails() {
        return !passes() && limit.level() == Level.ERROR;
    }

    /** Whether something is found, and the check does not fail of it. */
    public boolean warns() {
        return !passes() && limit.level() == Level.WARNING;
    }

    /** How much is left; below zero how much is too much, or missing. Empty where that is not known. */
    public OptionalLong headroom() {
        return actual.isPresent() && allowed.isPresent()
                ? OptionalLong.of(headroom(limit, actual.getAsLong(), allowed.getAsLong()))
                : OptionalLong.empty();
    }

    /** Both are counts, not below zero, so that their difference fits. */
    private static long headroom(Limit limit, long actual, long allowed) {
        return limit.metric().moreIsBetter() ? actual - allowed : allowed - actual;
    }
}
