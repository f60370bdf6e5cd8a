package io.archmeter.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How lines pass the rows between their boxes. */
final class Ways {
    private static final int BESIDE = 8;

    private final Sheet sheet;
    private final int[] rows;
    private final Threads threads;
    private final Grid grid;
    private final int[] centres;
    private final Map<Integer, Integer> lanes = new HashMap<>();
    private int width;

    Ways(Sheet sheet, int[] rows, Threads threads, Grid grid, int[] centres) {
        this.sheet = sheet;
        this.rows = rows;
        this.threads = threads;
        this.grid = grid;
        this.centres = centres;
        for (int vertex = 0; vertex < grid.size(); vertex++) {
            width = Math.max(width, centres[vertex] + grid.width(vertex) / 2);
        }
        findLanes();
    }

    Layout layout() {
        List<Integer> rowOf = new ArrayList<>();
        List<Integer> middles = new ArrayList<>();
        for (int box = 0; box < rows.length; box++) {
            rowOf.add(rows[box]);
            middles.add(centres[box]);
        }
        List<List<Layout.Stretch>> ways = sheet.lines().stream().map(this::way).toList();
        return new Layout(rowOf, middles, ways, grid.rows().size(), width);
    }

    /** What goes beside everything takes the first lane, from left to right, that is free from its begin on. */
    private void findLanes() {
        List<Integer> beside = new ArrayList<>(
                threads.all().stream().filter(threads::goesBeside).toList());
        beside.sort((one, other) -> Integer.compare(threads.first(one), threads.first(other)));
        List<Integer> freeFrom = new ArrayList<>();
        int first = width + 2 * BESIDE;
        for (int thread : beside) {
            int lane = 0;
            while (lane < freeFrom.size() && freeFrom.get(lane) > threads.first(thread)) {
                lane++;
            }
            if (lane == freeFrom.size()) {
                freeFrom.add(0);
            }
            freeFrom.set(lane, threads.last(thread) + 2);
            lanes.put(thread, first + lane * BESIDE);
            width = Math.max(width, first + lane * BESIDE);
        }
    }

    private List<Layout.Stretch> way(Sheet.Line line) {
        int first = rows[line.from()] + 1;
        int last = rows[line.to()] - 1;
        if (first > last) {
            return List.of();
        }
        if (threads.goesBeside(line.thread())) {
            return List.of(new Layout.Stretch(lanes.get(line.thread()), first, last));
        }
        List<Layout.Stretch> way = new ArrayList<>();
        int begin = first;
        List<Integer> places = grid.places(line.thread());
        for (int row = first; row <= last; row++) {
            int x = centres[places.get(row - first)];
            if (row == last || centres[places.get(row - first + 1)] != x) {
                way.add(new Layout.Stretch(x, begin, row));
                begin = row + 1;
            }
        }
        return way;
    }
}
