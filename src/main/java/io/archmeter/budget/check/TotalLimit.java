package io.archmeter.budget.check;

import io.archmeter.budget.Scope;
import java.util.List;

/** A network as a whole. */
final class TotalLimit implements Check {
    private static final Rule RULE = new Rule(
            "total-limit",
            "A model as a whole keeps to its budget.",
            "Of parameters, multiply-adds, memory and layers a model has at most what its budget allows; of its receptive field"
                    + " at least that. What is over stands at the layer that has grown most since the baseline, or else at"
                    + " the heaviest.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Result> results(ModelUnderCheck model) {
        return model.limits(Scope.Total.class).stream()
                .map(limit -> SumCheck.result(
                        RULE, model, limit, ScopedLayers.of(limit.scope(), limit.metric(), model.now())))
                .toList();
    }
}
