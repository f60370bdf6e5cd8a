package io.archmeter.report.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The places of a level moved apart, from left to right, so that some ranges become as wide as they need be. Order is kept, and nothing
 * comes closer to anything.
 */
final class Spread {
    private final List<Integer> before = new ArrayList<>();
    private final List<Integer> after = new ArrayList<>();

    /**
     * Moves as little as that takes, evenly within a range.
     *
     * @param width where the level ends
     */
    Spread(List<Range> ranges, int width) {
        TreeSet<Integer> ends = new TreeSet<>(List.of(0, width));
        for (Range range : ranges) {
            ends.add(range.begin());
            ends.add(range.end());
        }
        before.addAll(ends);
        after.add(0);
        for (int part = 1; part < before.size(); part++) {
            int begin = before.get(part - 1);
            int end = before.get(part);
            int length = end - begin;
            for (Range range : ranges) {
                if (range.begin() <= begin && end <= range.end()) {
                    length = Math.max(length, range.of(end - begin));
                }
            }
            after.add(after.get(part - 1) + length);
        }
    }

    /**
     * A range, and how wide it has to become.
     *
     * @param end after the begin
     * @param needed in pixels
     */
    record Range(int begin, int end, int needed) {
        private int of(int part) {
            long length = end - begin;
            return Math.toIntExact(((long) part * needed + length - 1) / length);
        }
    }

    /**
     * Where a place comes to lie.
     *
     * @param place from 0 to the width
     */
    int of(int place) {
        int low = 0;
        int high = before.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (before.get(middle) <= place) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (before.size() == 1) {
            return place;
        }
        long part = (long) (place - before.get(low)) * (after.get(high) - after.get(low));
        return after.get(low) + Math.toIntExact(part / (before.get(high) - before.get(low)));
    }

    /** How wide all of it has become. */
    int width() {
        return after.get(after.size() - 1);
    }
}
