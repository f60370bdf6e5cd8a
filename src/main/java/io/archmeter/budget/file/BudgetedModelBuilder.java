package io.archmeter.budget.file;

import io.archmeter.budget.Bound;
import io.archmeter.budget.BudgetEntry;
import io.archmeter.budget.BudgetedModel;
import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Scope;
import io.archmeter.budget.UnloadedModel;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A subject to which entry after entry adds what the model is held to. */
final class BudgetedModelBuilder {
    private final NamedModel model;
    private final Settings settings;
    private final Map<String, Span> places;
    private final Span place;
    private final Map<Kind, Limit> limits = new LinkedHashMap<>();
    private final Map<ForbiddenKind, Forbidden> forbidden = new LinkedHashMap<>();

    /** What can be bound once. */
    private record Kind(Scope scope, Metric metric, Class<? extends Bound> bound, Level level) {}

    /** What can be forbidden once. */
    private record ForbiddenKind(String operator, Level level) {}

    /** @param first the entry that names the model first */
    BudgetedModelBuilder(NamedModel model, BudgetEntry first, Span place) {
        this.model = model;
        this.settings = first.settings();
        this.places = first.places();
        this.place = place;
    }

    void add(BudgetEntry entry, Problems problems) {
        entry.limits().forEach(limit -> add(limit, problems));
        entry.forbidden()
                .forEach(each -> forbidden.putIfAbsent(new ForbiddenKind(each.operator(), each.level()), each));
    }

    private void add(Limit limit, Problems problems) {
        Limit first = limits.putIfAbsent(
                new Kind(limit.scope(), limit.metric(), limit.bound().getClass(), limit.level()), limit);
        if (first != null && !first.bound().isSameAs(limit.bound())) {
            String where = limit.scope() instanceof Scope.Total ? "" : " of " + limit.scope();
            problems.add(
                    limit.place(),
                    "conflicting-limits",
                    limit.metric() + where + " has the bound " + limit.bound().text() + " here, and "
                            + first.bound().text() + " in " + first.place().lineAndColumn() + ", for " + model.model(),
                    "leave one of the two, or take the model out of one entry with except:");
        }
    }

    UnloadedModel subject() {
        BudgetedModel subject = new BudgetedModel(
                model.model(),
                model.bundled(),
                settings,
                List.copyOf(limits.values()),
                List.copyOf(forbidden.values()),
                place);
        return new UnloadedModel(subject, model.reference(), places);
    }
}
