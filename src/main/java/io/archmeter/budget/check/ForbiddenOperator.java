package io.archmeter.budget.check;

import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Limit;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** An operator that may not be there: of its layers none is allowed. */
final class ForbiddenOperator implements Check {
    private static final Rule RULE = new Rule(
            "forbidden-operator",
            "A model has no operator that its budget forbids.",
            "The budget lists operators that its models may not have, e.g. because the target cannot run them.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Result> results(ModelUnderCheck model) {
        return model.subject().forbidden().stream()
                .map(forbidden -> result(model, forbidden))
                .toList();
    }

    /** One finding for each place of the spec: a loop writes many layers at one. */
    private static Result result(ModelUnderCheck model, Forbidden forbidden) {
        Limit limit = forbidden.limit();
        Map<Span, LayerSnapshot> first = new LinkedHashMap<>();
        ScopedLayers part = ScopedLayers.of(limit.scope(), limit.metric(), model.now());
        part.layers().forEach(layer -> first.putIfAbsent(layer.place(), layer));
        Judgement judgement = Judgement.of(limit, part.layers().size(), 0, OptionalLong.empty());
        return new Result(
                RULE,
                judgement,
                first.values().stream()
                        .map(layer -> Findings.ofLayer(RULE, model, judgement, layer))
                        .toList());
    }
}
