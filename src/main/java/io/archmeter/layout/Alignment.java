package io.archmeter.layout;

import java.util.ArrayList;
import java.util.List;

/** Columns as they come about from one corner: each vertex below (or above) the middle one of its neighbours, as far as that is free. */
final class Alignment {
    private final Grid grid;
    private final Conflicts conflicts;
    private final boolean upwards;
    private final boolean fromRight;
    private final int[] root;
    private final int[] next;

    Alignment(Grid grid, Conflicts conflicts, boolean upwards, boolean fromRight) {
        this.grid = grid;
        this.conflicts = conflicts;
        this.upwards = upwards;
        this.fromRight = fromRight;
        this.root = new int[grid.size()];
        this.next = new int[grid.size()];
        for (int vertex = 0; vertex < root.length; vertex++) {
            root[vertex] = vertex;
            next[vertex] = vertex;
        }
        align();
    }

    private int place(int vertex) {
        int place = conflicts.place(vertex);
        return fromRight ? grid.rows().get(grid.row(vertex)).size() - 1 - place : place;
    }

    private int at(List<Integer> row, int place) {
        return row.get(fromRight ? row.size() - 1 - place : place);
    }

    private void align() {
        int rows = grid.rows().size();
        for (int step = 0; step < rows; step++) {
            List<Integer> row = grid.rows().get(upwards ? rows - 1 - step : step);
            int taken = -1;
            for (int place = 0; place < row.size(); place++) {
                taken = align(at(row, place), taken);
            }
        }
    }

    private int align(int vertex, int before) {
        int taken = before;
        List<Integer> neighbours = new ArrayList<>(upwards ? grid.below(vertex) : grid.above(vertex));
        neighbours.sort((one, other) -> Integer.compare(place(one), place(other)));
        if (neighbours.isEmpty()) {
            return taken;
        }
        for (int middle = (neighbours.size() - 1) / 2; middle <= neighbours.size() / 2; middle++) {
            int neighbour = neighbours.get(middle);
            if (next[vertex] == vertex && taken < place(neighbour) && !conflicts.givesWay(vertex, neighbour)) {
                next[neighbour] = vertex;
                root[vertex] = root[neighbour];
                next[vertex] = root[vertex];
                taken = place(neighbour);
            }
        }
        return taken;
    }

    /** Columns as far to the corner's side as they go, and then towards what they are beside. */
    int[] centres() {
        List<List<int[]>> after = new ArrayList<>();
        int[] waiting = new int[root.length];
        for (int vertex = 0; vertex < root.length; vertex++) {
            after.add(new ArrayList<>(2));
        }
        for (List<Integer> row : grid.rows()) {
            for (int place = 1; place < row.size(); place++) {
                int left = at(row, place - 1);
                int right = at(row, place);
                after.get(root[left]).add(new int[] {root[right], grid.apart(left, right)});
                waiting[root[right]]++;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int vertex = 0; vertex < root.length; vertex++) {
            if (root[vertex] == vertex && waiting[vertex] == 0) {
                order.add(vertex);
            }
        }
        int[] centres = new int[root.length];
        for (int done = 0; done < order.size(); done++) {
            int column = order.get(done);
            for (int[] neighbour : after.get(column)) {
                centres[neighbour[0]] = Math.max(centres[neighbour[0]], centres[column] + neighbour[1]);
                if (--waiting[neighbour[0]] == 0) {
                    order.add(neighbour[0]);
                }
            }
        }
        for (int place = order.size() - 1; place >= 0; place--) {
            int column = order.get(place);
            int room = Integer.MAX_VALUE;
            for (int[] neighbour : after.get(column)) {
                room = Math.min(room, centres[neighbour[0]] - neighbour[1]);
            }
            if (room < Integer.MAX_VALUE) {
                centres[column] = Math.max(centres[column], room);
            }
        }
        for (int vertex = 0; vertex < root.length; vertex++) {
            centres[vertex] = centres[root[vertex]];
        }
        if (fromRight) {
            for (int vertex = 0; vertex < root.length; vertex++) {
                centres[vertex] = -centres[vertex];
            }
        }
        return centres;
    }
}
