package io.archmeter.budget.check;

import io.archmeter.budget.Limit;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Objects;

/**
 * A limit that is broken, or could not be checked.
 *
 * @param model its key
 * @param judgement by how much, and what is allowed where
 * @param origin what to look at first: a layer in its spec, or the limit in the budget
 * @param layer the path of the layer to look at first; empty where there is none
 * @param identity tells it from all other findings of a model, and stays the same when lines move or numbers change
 * @param heaviest the layers that add most to what is limited
 * @param grown the layers that have added most to it since the baseline
 * @param remedy what to do
 */
public record Finding(
        Rule rule,
        String model,
        Judgement judgement,
        Origin origin,
        String layer,
        String identity,
        List<Contribution> heaviest,
        List<LayerGrowth> grown,
        String remedy) {
    public Finding {
        heaviest = List.copyOf(heaviest);
        grown = List.copyOf(grown);
        Objects.requireNonNull(origin, "origin");
        if (judgement.passes() || remedy.isBlank()) {
            throw new IllegalArgumentException("a finding is of a limit that is not kept, and has a remedy: " + model);
        }
    }

    /** What to look at first. */
    public Span place() {
        return origin.place();
    }

    /** The limit that is broken, or could not be checked. */
    public Limit limit() {
        return judgement.limit();
    }
}
