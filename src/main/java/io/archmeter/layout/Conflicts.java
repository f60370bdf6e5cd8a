package io.archmeter.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines that a thread crosses while it passes: the thread stays straight, and they give way. */
final class Conflicts {
    private final Grid grid;
    private final int[] place;
    private final Set<Long> giveWay = new HashSet<>();

    Conflicts(Grid grid) {
        this.grid = grid;
        this.place = new int[grid.size()];
        for (List<Integer> row : grid.rows()) {
            for (int at = 0; at < row.size(); at++) {
                place[row.get(at)] = at;
            }
        }
        for (int row = 1; row < grid.rows().size(); row++) {
            find(grid.rows().get(row), grid.rows().get(row - 1).size());
        }
    }

    int place(int vertex) {
        return place[vertex];
    }

    boolean givesWay(int one, int other) {
        return giveWay.contains(key(Math.min(one, other), Math.max(one, other)));
    }

    private static long key(int small, int large) {
        return ((long) small << 32) | large;
    }

    /** Between one thread and the next, lines from this row up must end between the two there as well. */
    private void find(List<Integer> row, int above) {
        int left = 0;
        int scanned = 0;
        for (int at = 0; at < row.size(); at++) {
            int upper = passedFrom(row.get(at));
            if (upper < 0 && at < row.size() - 1) {
                continue;
            }
            int right = upper < 0 ? above : place[upper];
            for (; scanned <= at; scanned++) {
                int vertex = row.get(scanned);
                for (int neighbour : grid.above(vertex)) {
                    boolean passing = grid.isPlace(vertex) && grid.isPlace(neighbour);
                    if (!passing && (place[neighbour] < left || place[neighbour] > right)) {
                        giveWay.add(key(Math.min(vertex, neighbour), Math.max(vertex, neighbour)));
                    }
                }
            }
            left = right;
        }
    }

    /** The place in the row above from where a thread comes that passes here; -1 where there is none. */
    private int passedFrom(int vertex) {
        if (grid.isPlace(vertex)) {
            for (int neighbour : grid.above(vertex)) {
                if (grid.isPlace(neighbour)) {
                    return neighbour;
                }
            }
        }
        return -1;
    }
}
