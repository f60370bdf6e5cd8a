package io.archmeter.budget.check;

import io.archmeter.budget.Scope;
import java.util.List;

/** All layers together that do the same. A network without such a layer has nothing of it, which is no more than is allowed. */
final class OperatorLimit implements Check {
    private static final Rule RULE = new Rule(
            "operator-limit",
            "The layers of one operator together keep to their budget.",
            "All layers that do the same, convolutions for one, together have at most what the budget allows.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Result> results(ModelUnderCheck model) {
        return model.limits(Scope.Operator.class).stream()
                .map(limit -> SumCheck.result(
                        RULE, model, limit, ScopedLayers.of(limit.scope(), limit.metric(), model.now())))
                .toList();
    }
}
