package io.archmeter.growth;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds how a network grows along one line. */
final class AlongSearch {
    /** Points of a curve. */
    private static final long MOST_POINTS = 33;

    private static final long FEWEST_POINTS = 16;

    /** Beside the limit, a curve shows where it goes on. */
    private static final long ROOM_AFTER_FIT = 4;

    private final Line line;
    private final Dial dial;
    private final Networks networks;
    private final List<Metric> metrics;
    private final Set<Metric> known;
    private final Reach reach;

    /** @param known the figures of which there is a polynomial already */
    AlongSearch(Line line, Dial dial, Networks networks, List<Metric> metrics, Set<Metric> known) {
        this.line = line;
        this.dial = dial;
        this.networks = networks;
        this.metrics = metrics;
        this.known = known;
        Variable variable = line.variable();
        this.reach =
                Reach.of(0, variable.first(), dial.farthest(), number -> networks.has(line.at(variable.value(number))));
    }

    Growth.Along along(List<Limit> limits) {
        Map<Metric, List<Fitted>> pieces = new EnumMap<>(Metric.class);
        for (Metric metric : metrics) {
            if (!known.contains(metric)) {
                Figure figure = networks.figure(metric);
                pieces.put(
                        metric,
                        Piecewise.of(
                                line.variable(),
                                reach,
                                value -> figure.at(line.at(value.get(0))),
                                Math.max(dial.mostDegree(), line.moved().size() * 2)));
            }
        }
        Optional<Growth.LargestFit> fits = limits.isEmpty()
                ? Optional.empty()
                : Optional.of(new FitSearch(line, networks, limits, dial.farthestFit()).largest(reach));
        return new Growth.Along(line, pieces, points(shown(fits)), end(reach.first() - 1), end(reach.last() + 1), fits);
    }

    /**
     * The numbers of the values that a curve shows: up to twice the base, or somewhat beyond what fits. They are even, so that the one that
     * matters is among them; so is the lowest.
     */
    private List<Long> shown(Optional<Growth.LargestFit> fits) {
        Variable variable = line.variable();
        long first = reach.first();
        long last = Math.min(reach.last(), Math.max(first + FEWEST_POINTS - 1, variable.base() / variable.step()));
        long marked = 0;
        Optional<Growth.Point> found = fits.filter(Growth.LargestFit::end).flatMap(Growth.LargestFit::largest);
        if (found.isPresent()) {
            marked = (found.get().value() - variable.base()) / variable.step();
            last = marked + Math.max(1, (marked - first) / ROOM_AFTER_FIT);
        }
        long apart = Math.max(1, (last - first + MOST_POINTS - 2) / (MOST_POINTS - 1));
        SortedSet<Long> numbers = new TreeSet<>(List.of(first));
        for (long number = marked - (marked - first) / apart * apart; number <= last; number += apart) {
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    private List<Growth.Point> points(List<Long> numbers) {
        List<Growth.Point> points = new ArrayList<>();
        for (long number : numbers) {
            long value = line.variable().value(number);
            List<Long> at = line.at(value);
            if (networks.has(at)) {
                points.add(new Growth.Point(value, at, networks.at(at).figures()));
            }
        }
        return points;
    }

    /** Where there is no network although there is such a value. */
    private Optional<Growth.End> end(long number) {
        if (number < line.variable().first() || number > dial.farthest()) {
            return Optional.empty();
        }
        long value = line.variable().value(number);
        Optional<Problem> reason = networks.at(line.at(value)).refused();
        return reason.map(problem -> new Growth.End(value, problem));
    }
}
