package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import java.util.List;

/** All layers of a module together. */
final class ModuleLimit implements Check {
    private static final Rule RULE = new Rule(
            "module-limit",
            "The layers of a module together keep to their budget.",
            "The layers whose path fits the pattern of the budget, or that lie below such a path, together have at most what"
                    + " the budget allows.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Result> results(ModelUnderCheck model) {
        return model.limits(Scope.Module.class).stream()
                .map(limit -> result(model, limit))
                .toList();
    }

    private static Result result(ModelUnderCheck model, Limit limit) {
        ScopedLayers part = ScopedLayers.of(limit.scope(), limit.metric(), model.now());
        return part.layers().isEmpty()
                ? Result.of(RULE, Judgement.noLayer(limit))
                : SumCheck.result(RULE, model, limit, part);
    }
}
