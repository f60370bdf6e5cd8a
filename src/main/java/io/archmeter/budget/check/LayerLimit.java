package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each layer alone whose path fits: one result for all of them, and a finding for each that has too much. */
final class LayerLimit implements Check {
    private static final Rule RULE = new Rule(
            "layer-limit",
            "Each layer alone keeps to its budget.",
            "No layer whose path fits the pattern of the budget has more than the budget allows, in numbers or as a share of"
                    + " the whole network.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Result> results(ModelUnderCheck model) {
        return model.limits(Scope.Layer.class).stream()
                .map(limit -> result(model, limit))
                .toList();
    }

    private static Result result(ModelUnderCheck model, Limit limit) {
        Judgement worst = Judgement.noLayer(limit);
        List<Finding> findings = new ArrayList<>();
        for (LayerSnapshot layer :
                ScopedLayers.of(limit.scope(), limit.metric(), model.now()).layers()) {
            ScopedLayers alone = ScopedLayers.of(limit.metric(), List.of(layer));
            Optional<ScopedLayers> old = model.before().map(baseline -> model.counterpart(limit.metric(), layer));
            Judgement judgement = model.judge(limit, alone.value(), old);
            worst = Severity.WORST_FIRST.compare(judgement, worst) < 0 ? judgement : worst;
            if (!judgement.passes()) {
                model.countFinding(limit);
                findings.add(Findings.ofLayer(RULE, model, judgement, layer));
            }
        }
        return new Result(RULE, worst, findings);
    }
}
