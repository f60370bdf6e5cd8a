package io.archmeter.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What passes rows without a box in them: how far each thread goes down, and which go by beside everything. */
final class Threads {
    /** How many places between boxes the threads of a level may take; the longest of a level that needs more go by beside all boxes. */
    private static final int MOST_PLACES = 20_000;

    private final Map<Integer, Integer> first = new HashMap<>();
    private final Map<Integer, Integer> last = new HashMap<>();
    private final Map<Integer, Integer> sources = new HashMap<>();
    private final Set<Integer> beside = new HashSet<>();
    private final List<Integer> all = new ArrayList<>();

    Threads(Sheet sheet, int[] rows) {
        for (Sheet.Line line : sheet.lines()) {
            if (!first.containsKey(line.thread())) {
                all.add(line.thread());
                first.put(line.thread(), rows[line.from()] + 1);
                sources.put(line.thread(), line.from());
            } else if (sources.get(line.thread()) != line.from()) {
                throw new IllegalArgumentException("thread " + line.thread() + " begins twice");
            }
            last.merge(line.thread(), rows[line.to()] - 1, Math::max);
        }
        long places = 0;
        List<Integer> shortestFirst = new ArrayList<>(all);
        shortestFirst.sort((one, other) -> Integer.compare(length(one), length(other)));
        for (int thread : shortestFirst) {
            places += length(thread);
            if (places > MOST_PLACES && length(thread) > 0) {
                beside.add(thread);
            }
        }
    }

    private int length(int thread) {
        return Math.max(0, last(thread) - first(thread) + 1);
    }

    /** In the order in which they begin to be drawn. */
    List<Integer> all() {
        return all;
    }

    int source(int thread) {
        return sources.get(thread);
    }

    /** The first row that it passes, if it passes any. */
    int first(int thread) {
        return first.get(thread);
    }

    /** The last row that it passes, if it passes any. */
    int last(int thread) {
        return last.get(thread);
    }

    boolean goesBeside(int thread) {
        return beside.contains(thread);
    }
}
