package io.archmeter.budget.check;

import io.archmeter.budget.Bound;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.convention.ConventionCount;
import io.archmeter.facts.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A network as a whole, as a tool or a lecture counts it. */
final class ConventionLimit implements Check {
    private static final Rule RULE = new Rule(
            "convention-limit",
            "What a convention counts of a model keeps to its budget.",
            "A model has at most what the budget allows, counted as the named tool or lecture does. 'archmeter reconcile' says term by"
                    + " term how that differs from what others count.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Result> results(ModelUnderCheck model) {
        return model.limits(Scope.Counted.class).stream()
                .map(limit -> result(model, limit))
                .toList();
    }

    private static Result result(ModelUnderCheck model, Limit limit) {
        ConventionCount count = ConventionCount.of(
                ((Scope.Counted) limit.scope()).convention(),
                model.measurement().network(),
                model.now().settings().training());
        Judgement judgement = judge(limit, count.total());
        if (judgement.passes()) {
            return Result.of(RULE, judgement);
        }
        ScopedLayers all = ScopedLayers.of(Scope.TOTAL, limit.metric(), model.now());
        Evidence evidence = new Evidence(heaviest(model, limit, count), List.of());
        return new Result(RULE, judgement, List.of(Findings.of(RULE, model, judgement, all, evidence)));
    }

    private static Judgement judge(Limit limit, Amount total) {
        if (!total.isExact()) {
            String more = total.origins().size() == 1
                    ? ""
                    : " and " + (total.origins().size() - 1) + " more";
            return Judgement.notChecked(
                    limit,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    "not known of " + total.origins().get(0) + more);
        }
        long allowed = ((Bound.Absolute) limit.bound()).value();
        return Judgement.of(limit, total.atLeast(), allowed, OptionalLong.empty());
    }

    private static List<Contribution> heaviest(ModelUnderCheck model, Limit limit, ConventionCount count) {
        Map<String, Long> counted = new HashMap<>();
        count.layers().forEach(layer -> counted.put(layer.name(), layer.total().atLeast()));
        return Evidence.heaviest(
                limit.metric(),
                model.now().layers(),
                layer -> counted.getOrDefault(layer.name(), 0L),
                count.total().atLeast());
    }
}
