package io.archmeter.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of boxes and of places where threads pass; what is connected stands in rows next to each other. */
final class Grid {
    private static final int BETWEEN_BOXES = 24;
    private static final int BETWEEN_THREADS = 10;

    private final int boxes;
    private final List<Integer> widths = new ArrayList<>();
    private final List<Integer> rowOf = new ArrayList<>();
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();
    private final List<List<Integer>> rows = new ArrayList<>();
    private final Map<Integer, List<Integer>> places = new HashMap<>();

    Grid(Sheet sheet, int[] rowsOfBoxes, Threads threads) {
        this.boxes = sheet.boxes().size();
        for (int box = 0; box < boxes; box++) {
            add(sheet.boxes().get(box).width(), rowsOfBoxes[box]);
        }
        if (!sheet.top().isEmpty()) {
            rows.get(0)
                    .sort((one, other) -> Integer.compare(
                            sheet.top().indexOf(one), sheet.top().indexOf(other)));
        }
        for (int thread : threads.all()) {
            if (!threads.goesBeside(thread)) {
                pass(thread, threads);
            }
        }
        for (Sheet.Line line : sheet.lines()) {
            if (!threads.goesBeside(line.thread())) {
                int passed = rowsOfBoxes[line.to()] - rowsOfBoxes[line.from()] - 1;
                connect(passed == 0 ? line.from() : places.get(line.thread()).get(passed - 1), line.to());
            }
        }
    }

    private int add(int width, int row) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        int vertex = widths.size();
        widths.add(width);
        rowOf.add(row);
        above.add(new ArrayList<>(2));
        below.add(new ArrayList<>(2));
        rows.get(row).add(vertex);
        return vertex;
    }

    private void pass(int thread, Threads threads) {
        List<Integer> chain = new ArrayList<>();
        int before = threads.source(thread);
        for (int row = threads.first(thread); row <= threads.last(thread); row++) {
            int place = add(0, row);
            connect(before, place);
            chain.add(place);
            before = place;
        }
        places.put(thread, chain);
    }

    private void connect(int upper, int lower) {
        below.get(upper).add(lower);
        above.get(lower).add(upper);
    }

    int size() {
        return widths.size();
    }

    int row(int vertex) {
        return rowOf.get(vertex);
    }

    int width(int vertex) {
        return widths.get(vertex);
    }

    /** Whether a thread passes there, and no box stands. */
    boolean isPlace(int vertex) {
        return vertex >= boxes;
    }

    List<List<Integer>> rows() {
        return rows;
    }

    List<Integer> above(int vertex) {
        return above.get(vertex);
    }

    List<Integer> below(int vertex) {
        return below.get(vertex);
    }

    /** Where a thread passes the rows below its source, in their order. */
    List<Integer> places(int thread) {
        return places.get(thread);
    }

    /** How far the middles of two neighbours are from each other at least, in pixels. */
    int apart(int left, int right) {
        int gap = isPlace(left) && isPlace(right)
                ? BETWEEN_THREADS
                : isPlace(left) || isPlace(right) ? (BETWEEN_BOXES + BETWEEN_THREADS) / 2 : BETWEEN_BOXES;
        return (width(left) + width(right)) / 2 + gap;
    }
}
