package io.archmeter.report;

import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which layers a table shows, and in which order.
 *
 * @param by the key of a metric that all costs have, or the name of a convention: what is not known first, then the largest; layers with the
 *     same count keep their order. Empty: the order of execution
 * @param top how many; empty: all
 * @param only of which operators, in the order in which they are named; none: of all
 */
public record Ranking(Optional<String> by, OptionalInt top, Set<String> only) {
    /** All layers, in the order of execution. */
    public static final Ranking NONE = inOrder(OptionalInt.empty());

    /** The first layers that run. */
    public static Ranking inOrder(OptionalInt top) {
        return new Ranking(Optional.empty(), top, Set.of());
    }

    /** The layers with the most of a metric that all costs have. */
    public static Ranking by(Metric metric, OptionalInt top) {
        return by(metric.toString(), top);
    }

    /** The layers with the most in a column: the key of such a metric, or the name of a convention. */
    public static Ranking by(String column, OptionalInt top) {
        return new Ranking(Optional.of(column), top, Set.of());
    }

    public Ranking {
        only = Collections.unmodifiableSet(new LinkedHashSet<>(only));
        if (top.isPresent() && top.getAsInt() < 1) {
            throw new IllegalArgumentException("at least one layer must be shown: " + top);
        }
    }

    /** The same, with layers of some operators alone. */
    public Ranking only(Set<String> operators) {
        return new Ranking(by, top, operators);
    }

    /** The layers that are shown. */
    List<LayerCost> shown(List<LayerCost> layers) {
        List<LayerCost> ranked = ranked(layers);
        return ranked.subList(0, cut(ranked));
    }

    /** Those that are not shown because others have more. */
    List<LayerCost> less(List<LayerCost> layers) {
        List<LayerCost> ranked = ranked(layers);
        return ranked.subList(cut(ranked), ranked.size());
    }

    /** What the layers cost together that are not shown because others have more. */
    Cost rest(List<LayerCost> layers) {
        return less(layers).stream().map(LayerCost::cost).reduce(Cost.ZERO, Cost::plus);
    }

    private List<LayerCost> ranked(List<LayerCost> layers) {
        return sorted(
                only.isEmpty()
                        ? layers
                        : layers.stream()
                                .filter(layer -> only.contains(layer.operator()))
                                .toList());
    }

    private int cut(List<LayerCost> layers) {
        return Math.min(layers.size(), top.orElse(layers.size()));
    }

    private List<LayerCost> sorted(List<LayerCost> layers) {
        if (by.isEmpty()) {
            return layers;
        }
        List<LayerCost> sorted = new ArrayList<>(layers);
        sorted.sort((one, other) -> compare(amount(one, by.get()), amount(other, by.get())));
        return sorted;
    }

    private static int compare(Amount one, Amount other) {
        return one.isExact() == other.isExact()
                ? Long.compare(other.atLeast(), one.atLeast())
                : Boolean.compare(one.isExact(), other.isExact());
    }

    private static Amount amount(LayerCost layer, String column) {
        Amount counted = layer.cost().counted().get(column);
        return counted != null
                ? counted
                : Metric.ofColumn(column)
                        .flatMap(metric -> metric.amount(layer.cost()))
                        .orElseThrow();
    }
}
