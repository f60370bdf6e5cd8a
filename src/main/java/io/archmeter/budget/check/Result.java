package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import java.util.List;

/**
 * What came of one limit for one model.
 *
 * @param judgement of the layers that it counts; of a limit on each layer alone, of the one that comes nearest to it, or is furthest beyond it
 * @param findings one, or one for each layer that breaks it; none if it is kept
 */
public record Result(Rule rule, Judgement judgement, List<Finding> findings) {
    public Result {
        findings = List.copyOf(findings);
        if (judgement.passes() != findings.isEmpty()) {
            throw new IllegalArgumentException("a limit that is not kept has a finding, and no other has");
        }
    }

    static Result of(Rule rule, Judgement passed) {
        return new Result(rule, passed, List.of());
    }

    /** The limit that this came of. */
    public Limit limit() {
        return judgement.limit();
    }
}
