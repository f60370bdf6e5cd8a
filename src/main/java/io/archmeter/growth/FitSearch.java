package io.archmeter.growth;

import io.archmeter.facts.Amount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Finds the largest value of a line that fits: it does, and the next does not. */
final class FitSearch {
    /** Values between the ends that are asked too, so that one that goes up and down is seen to. */
    private static final long ASKED = 8;

    private final Line line;
    private final Networks networks;
    private final List<Limit> limits;
    private final long farthest;
    private final Map<Long, Boolean> looked = new TreeMap<>();

    /** @param farthest the number of the last value that is looked at */
    FitSearch(Line line, Networks networks, List<Limit> limits, long farthest) {
        this.line = line;
        this.networks = networks;
        this.limits = limits;
        this.farthest = farthest;
    }

    /**
     * The largest.
     *
     * @param reach where there are networks, as far as somebody looked
     */
    Growth.LargestFit largest(Reach reach) {
        long lowest = reach.first();
        Optional<Long> found = found(reach);
        for (long number = lowest; number <= reach.last(); number += Math.max(1, (reach.last() - lowest) / ASKED)) {
            fits(number);
        }
        long number = found.orElse(lowest - 1);
        boolean end = number < farthest;
        boolean monotone = looked.entrySet().stream()
                .allMatch(entry -> entry.getValue() == (entry.getKey() <= number) || entry.getKey() < lowest);
        long next = line.variable().value(end ? number + 1 : number);
        return new Growth.LargestFit(
                limits,
                found.map(some -> point(line.variable().value(end ? some : 0))),
                end ? OptionalLong.of(next) : OptionalLong.empty(),
                end && networks.has(line.at(next)) ? Optional.of(point(next)) : Optional.empty(),
                end,
                monotone);
    }

    private Optional<Long> found(Reach reach) {
        if (fits(0)) {
            return Optional.of(isFlat(reach) ? farthest : Reach.farthest(farthest, this::fits));
        }
        if (reach.first() == 0 || !fits(reach.first())) {
            return Optional.empty();
        }
        return Optional.of(reach.first() + Reach.farthest(-reach.first() - 1, away -> fits(reach.first() + away)));
    }

    /** Whether nothing that is limited grows, as far as somebody looked. */
    private boolean isFlat(Reach reach) {
        return !reach.bounded()
                && limits.stream().allMatch(limit -> {
                    OptionalLong base = figure(limit, 0);
                    return base.equals(figure(limit, 1)) && base.equals(figure(limit, reach.last()));
                });
    }

    private OptionalLong figure(Limit limit, long number) {
        return networks.figure(limit.metric()).at(line.at(line.variable().value(number)));
    }

    private boolean fits(long number) {
        return looked.computeIfAbsent(number, this::isWithin);
    }

    private boolean isWithin(long number) {
        List<Long> point;
        try {
            point = line.at(line.variable().value(number));
        } catch (ArithmeticException tooFar) {
            return false;
        }
        Networks.Sample sample = networks.at(point);
        return limits.stream().allMatch(limit -> {
            Amount amount = sample.figures().get(limit.metric());
            return amount != null
                    && amount.exact().isPresent()
                    && amount.exact().getAsLong() <= limit.most();
        });
    }

    private Growth.Point point(long value) {
        return new Growth.Point(
                value, line.at(value), networks.at(line.at(value)).figures());
    }
}
