package io.archmeter.budget.check;

import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.List;

/** Writes down what is wrong with a model. */
final class Findings {
    private Findings() {}

    /** Of several layers together: at the layer that explains most, or else at the limit. */
    static Finding of(Rule rule, ModelUnderCheck model, Judgement judgement, ScopedLayers part, Evidence evidence) {
        Limit limit = judgement.limit();
        Evidence seen = seen(model, limit, evidence);
        return new Finding(
                rule,
                model.subject().key(),
                judgement,
                seen.origin().orElse(Origin.at(limit.place())),
                evidence.layer().orElse(""),
                identity(rule, limit, ""),
                seen.heaviest(),
                seen.grown(),
                Remedy.of(model, judgement, part, evidence));
    }

    /** Of one layer: at that layer. */
    static Finding ofLayer(Rule rule, ModelUnderCheck model, Judgement judgement, LayerSnapshot layer) {
        Limit limit = judgement.limit();
        Evidence evidence = Evidence.ofLayer(model, limit, layer);
        Evidence seen = seen(model, limit, evidence);
        Origin written = model.subject().bundled() ? Origin.at(limit.place()) : Origin.of(layer);
        return new Finding(
                rule,
                model.subject().key(),
                judgement,
                seen.origin().orElse(written),
                layer.name(),
                identity(rule, limit, layer.name()),
                seen.heaviest(),
                seen.grown(),
                Remedy.of(model, judgement, ScopedLayers.of(limit.metric(), List.of(layer)), evidence));
    }

    /** The spec of a bundled model is no file of the user's. */
    private static Evidence seen(ModelUnderCheck model, Limit limit, Evidence evidence) {
        Span place = limit.place();
        return model.subject().bundled() ? evidence.at(place) : evidence;
    }

    /** Without numbers, which change from run to run while the finding is the same. */
    private static String identity(Rule rule, Limit limit, String layer) {
        String bound = limit.bound().getClass().getSimpleName();
        String identity = String.join("|", rule.id(), limit.scope().toString(), limit.figure(), bound, layer);
        return limit.level() == Level.ERROR ? identity : identity + "|" + limit.level();
    }
}
