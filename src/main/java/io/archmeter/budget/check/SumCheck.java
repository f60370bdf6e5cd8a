package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import java.util.List;

/** What the checks on several layers together have in common. */
final class SumCheck {
    private SumCheck() {}

    static Result result(Rule rule, ModelUnderCheck model, Limit limit, ScopedLayers part) {
        Judgement judgement = model.judge(limit, part.value(), model.before().map(old -> model.before(limit, part)));
        if (judgement.passes()) {
            return Result.of(rule, judgement);
        }
        Evidence evidence = Evidence.of(model, limit, part.layers());
        return new Result(rule, judgement, List.of(Findings.of(rule, model, judgement, part, evidence)));
    }
}
