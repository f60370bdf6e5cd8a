package io.archmeter.sweep;

import io.archmeter.accuracy.Accuracies;
import io.archmeter.accuracy.Accuracy;
import io.archmeter.metric.Metric;
import io.archmeter.spec.expression.Unevaluated;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A space, and what is asked of it.
 *
 * @param name of the file that says it
 * @param title one line about it; may be empty
 * @param where conditions that hold for its points, in the words of the spec's params
 * @param figures that are counted, each once
 * @param limits that the points of the front keep
 * @param objectives what is wanted; none: there is no front
 * @param accuracies by the names of points
 * @param sample empty: all points are taken
 * @param fingerprint another one for whatever would lead to other rows
 */
public record Sweep(
        String name,
        String title,
        SweptSpec spec,
        Space space,
        List<Unevaluated> where,
        List<Metric> figures,
        List<Limit> limits,
        List<Objective> objectives,
        Optional<Accuracies> accuracies,
        Optional<Sample> sample,
        String fingerprint) {
    /** In vain, a sample looks at so many points for each that it is to have. */
    private static final long MOST_TRIES = 10_000;

    public Sweep {
        where = List.copyOf(where);
        figures = List.copyOf(figures);
        limits = List.copyOf(limits);
        objectives = List.copyOf(objectives);
    }

    /** In which order points are taken. */
    public Shuffle order() {
        return sample.map(part -> Shuffle.of(space.size(), part.seed())).orElseGet(() -> Shuffle.none(space.size()));
    }

    /** The position after the last one at which a point is looked for. */
    public BigInteger end() {
        return sample.map(part -> BigInteger.valueOf(part.points())
                        .multiply(BigInteger.valueOf(MOST_TRIES))
                        .min(space.size()))
                .orElseGet(space::size);
    }

    /** How accurate a point is; empty where nobody measured it. */
    public Optional<Accuracy> accuracy(Point point) {
        return accuracies.flatMap(all -> all.of(PointText.name(point, space)));
    }

    /** Whether a network is surely within all limits. */
    public boolean keepsLimits(Row row) {
        for (Limit limit : limits) {
            if (!limit.isKept(row.figure(figures.indexOf(limit.metric())))) {
                return false;
            }
        }
        return true;
    }
}
