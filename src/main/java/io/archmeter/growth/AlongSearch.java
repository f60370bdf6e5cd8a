package io.archmeter.growth;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds how a network grows along one line. */
final class AlongSearch {
    /** Points of a curve. */
    private static final long MOST_POINTS = 33;

    /** Values that a curve shows where there is no limit. */
    private static final long SHOWN = 16;

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
        this.reach = Reach.of(
                0,
                Math.max(variable.first(), -dial.farthest()),
                dial.farthest(),
                number -> networks.has(line.at(variable.value(number))));
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
                : Optional.of(new FitSearch(line, networks, limits, dial.farthestFit())
                        .largest(reach));
        return new Growth.Along(
                line, pieces, points(shown(fits)), end(reach.first() - 1), end(reach.last() + 1), fits);
    }

    /** The numbers of the values that a curve shows, the base among them. */
    private List<Long> shown(Optional<Growth.LargestFit> fits) {
        long first = Math.max(reach.first(), -SHOWN / 2);
        long last = Math.min(reach.last(), first + SHOWN - 1);
        Optional<Long> found = fits.flatMap(Growth.LargestFit::largest)
                .map(point -> (point.value() - line.variable().base())
                        / line.variable().step());
        if (found.isPresent() && fits.get().end()) {
            long further = Math.max(1, found.get() / ROOM_AFTER_FIT);
            last = Math.max(found.get() + further, Math.min(last, 1));
        }
        long apart = Math.max(1, (last - first + MOST_POINTS - 2) / (MOST_POINTS - 1));
        List<Long> numbers = new ArrayList<>();
        for (long number = Math.floorDiv(first, apart) * apart; number <= last; number += apart) {
            if (number >= first) {
                numbers.add(number);
            }
        }
        return numbers;
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
        if (number < line.variable().first() || number < 0 && reach.first() == -dial.farthest() || number > dial.farthest()) {
            return Optional.empty();
        }
        long value = line.variable().value(number);
        Optional<Problem> reason = networks.at(line.at(value)).refused();
        return reason.map(problem -> new Growth.End(value, problem));
    }
}
