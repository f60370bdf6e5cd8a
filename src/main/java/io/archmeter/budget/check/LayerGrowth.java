package io.archmeter.budget.check;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Locale;

/**
 * What a layer has more than in the baseline.
 *
 * @param origin where its growth comes from
 * @param metric of what it has more: the limited metric, or, where only a network has that, the one that it depends on
 * @param aspects what is another about it; empty where it is new
 */
public record LayerGrowth(
        Kind kind, String layer, Origin origin, Metric metric, long by, List<ChangedAttribute> aspects) {
    public LayerGrowth {
        aspects = List.copyOf(aspects);
    }

    /** What to look at first. */
    public Span place() {
        return origin.place();
    }

    LayerGrowth at(Span place) {
        return new LayerGrowth(kind, layer, Origin.at(place), metric, by, aspects);
    }

    /** What became of the layer. */
    public enum Kind {
        ADDED,
        CHANGED;

        /** As people read it: {@code added}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
