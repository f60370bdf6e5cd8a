package io.archmeter.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Orders each row so that few lines cross: each vertex comes to the mean place of those that it is connected with, from top to
 * bottom and back, a fixed number of times; the best of all orders stays (Sugiyama, Tagawa, Toda 1981, "Methods for visual
 * understanding of hierarchical system structures").
 */
final class Crossings {
    private static final int ROUNDS = 12;

    private final Grid grid;
    private final boolean topIsFixed;
    private final int[] place;

    private Crossings(Grid grid, boolean topIsFixed) {
        this.grid = grid;
        this.topIsFixed = topIsFixed;
        this.place = new int[grid.size()];
    }

    /** @param topIsFixed whether the first row keeps its order */
    static void reduce(Grid grid, boolean topIsFixed) {
        new Crossings(grid, topIsFixed).reduce();
    }

    private void reduce() {
        List<List<Integer>> rows = grid.rows();
        rows.forEach(this::number);
        for (int row = 1; row < rows.size(); row++) {
            sort(rows.get(row), true);
        }
        List<List<Integer>> best = copy(rows);
        long fewest = crossings();
        for (int round = 0; round < ROUNDS && fewest > 0; round++) {
            boolean down = round % 2 == 1;
            for (int step = 1; step < rows.size(); step++) {
                int row = down ? step : rows.size() - 1 - step;
                if (row > 0 || !topIsFixed) {
                    sort(rows.get(row), down);
                }
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(rows);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            rows.set(row, best.get(row));
        }
    }

    private static List<List<Integer>> copy(List<List<Integer>> rows) {
        List<List<Integer>> copy = new ArrayList<>(rows.size());
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private void number(List<Integer> row) {
        for (int at = 0; at < row.size(); at++) {
            place[row.get(at)] = at;
        }
    }

    /** What has no neighbours there stays about where it is; ties keep their order. */
    private void sort(List<Integer> row, boolean byAbove) {
        row.sort((one, other) -> {
            List<Integer> some = byAbove ? grid.above(one) : grid.below(one);
            List<Integer> others = byAbove ? grid.above(other) : grid.below(other);
            // Means are compared as fractions.
            return Long.compare(
                    sum(some, one) * Math.max(1, others.size()), sum(others, other) * Math.max(1, some.size()));
        });
        number(row);
    }

    private long sum(List<Integer> neighbours, int vertex) {
        if (neighbours.isEmpty()) {
            return place[vertex];
        }
        long sum = 0;
        for (int neighbour : neighbours) {
            sum += place[neighbour];
        }
        return sum;
    }

    private long crossings() {
        long crossings = 0;
        for (List<Integer> row : grid.rows()) {
            crossings += crossingsBelow(row);
        }
        return crossings;
    }

    /** Lines between two rows, sorted by their upper ends, cross as often as their lower ends are out of order. */
    private long crossingsBelow(List<Integer> row) {
        List<Integer> ends = new ArrayList<>();
        int widest = 0;
        for (int vertex : row) {
            List<Integer> lower = new ArrayList<>(grid.below(vertex));
            lower.sort((one, other) -> Integer.compare(place[one], place[other]));
            for (int end : lower) {
                ends.add(place[end]);
                widest = Math.max(widest, place[end]);
            }
        }
        return inversions(ends, widest + 1);
    }

    /** Counted with sums over ranges whose lengths are powers of two (Fenwick 1994). */
    private static long inversions(List<Integer> ends, int range) {
        int[] counts = new int[range + 1];
        long inversions = 0;
        for (int seen = 0; seen < ends.size(); seen++) {
            int notAfter = 0;
            for (int at = ends.get(seen) + 1; at > 0; at -= at & -at) {
                notAfter += counts[at];
            }
            inversions += seen - notAfter;
            for (int at = ends.get(seen) + 1; at <= range; at += at & -at) {
                counts[at]++;
            }
        }
        return inversions;
    }
}
