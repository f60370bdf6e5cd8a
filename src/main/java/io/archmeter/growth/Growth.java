package io.archmeter.growth;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How what a network costs grows.
 *
 * @param network as it was asked for
 * @param variables what is varied
 * @param measures what is measured
 * @param together the figures that are one polynomial in all variables
 * @param alone each variable, and height and width together, with all others as they were asked for
 */
public record Growth(
        NetworkFacts network,
        List<Variable> variables,
        Measures measures,
        Map<Metric, Fitted> together,
        List<Along> alone) {
    public Growth {
        variables = List.copyOf(variables);
        together = Collections.unmodifiableMap(sorted(together));
        alone = List.copyOf(alone);
    }

    private static <T> Map<Metric, T> sorted(Map<Metric, T> some) {
        Map<Metric, T> sorted = new EnumMap<>(Metric.class);
        sorted.putAll(some);
        return sorted;
    }

    /**
     * Growth along one line.
     *
     * @param pieces of the figures that are no polynomial in all variables; none of one that is not even a few along the line
     * @param points some of its values
     * @param before the nearest value below all others, where there is no network
     * @param after the nearest value above all others, where there is no network
     * @param fits the largest that is within limits; empty where there are no limits
     */
    public record Along(
            Line line,
            Map<Metric, List<Fitted>> pieces,
            List<Point> points,
            Optional<End> before,
            Optional<End> after,
            Optional<LargestFit> fits) {
        public Along {
            pieces = Collections.unmodifiableMap(sorted(pieces));
            points = List.copyOf(points);
        }
    }

    /** A value of a line at which there is no network, and why. */
    public record End(long value, Problem reason) {}

    /** What a network has at a value of a line. */
    public record Point(long value, List<Long> at, Map<Metric, Amount> figures) {
        public Point {
            at = List.copyOf(at);
            figures = Collections.unmodifiableMap(sorted(figures));
        }
    }

    /**
     * The largest value of a line whose figures are within all limits.
     *
     * @param limits all that hold
     * @param largest empty where not even the first fits
     * @param next the one after it, which does not; empty where no end was found, or there is no network
     * @param beyond the figures at the next; empty where there is no network
     * @param end whether there is one: what does not grow fits always
     * @param monotone whether none that was looked at fits above, and none fails below
     */
    public record LargestFit(
            List<Limit> limits,
            Optional<Point> largest,
            OptionalLong next,
            Optional<Point> beyond,
            boolean end,
            boolean monotone) {
        public LargestFit {
            limits = List.copyOf(limits);
        }
    }
}
