package io.archmeter.layout;

import java.util.Arrays;
import java.util.List;

/**
 * The middle of each vertex: connected ones are aligned in columns, four times, from each corner, and the mean of the two middle
 * ones is taken (Brandes and Köpf 2001, "Fast and simple horizontal coordinate assignment").
 */
final class Columns {
    private final int[] centres;

    Columns(Grid grid) {
        Conflicts conflicts = new Conflicts(grid);
        int size = grid.size();
        int[][] corners = new int[4][];
        int narrowest = 0;
        for (int corner = 0; corner < corners.length; corner++) {
            corners[corner] = new Alignment(grid, conflicts, corner % 2 == 1, corner / 2 == 1).centres();
            if (width(corners[corner], grid) < width(corners[narrowest], grid)) {
                narrowest = corner;
            }
        }
        for (int corner = 0; corner < corners.length; corner++) {
            boolean right = corner / 2 == 1;
            int shift = right
                    ? right(corners[narrowest], grid) - right(corners[corner], grid)
                    : left(corners[narrowest], grid) - left(corners[corner], grid);
            for (int vertex = 0; vertex < size; vertex++) {
                corners[corner][vertex] += shift;
            }
        }
        centres = new int[size];
        for (int vertex = 0; vertex < size; vertex++) {
            int[] four = {corners[0][vertex], corners[1][vertex], corners[2][vertex], corners[3][vertex]};
            Arrays.sort(four);
            centres[vertex] = Math.floorDiv(four[1] + four[2], 2);
        }
        int left = left(centres, grid);
        for (int vertex = 0; vertex < size; vertex++) {
            centres[vertex] -= left;
        }
    }

    /** In pixels; the leftmost vertex begins at 0. */
    int[] centres() {
        return centres;
    }

    private static int width(int[] centres, Grid grid) {
        return right(centres, grid) - left(centres, grid);
    }

    private static int left(int[] centres, Grid grid) {
        int left = Integer.MAX_VALUE;
        for (List<Integer> row : grid.rows()) {
            for (int vertex : row) {
                left = Math.min(left, centres[vertex] - grid.width(vertex) / 2);
            }
        }
        return left;
    }

    private static int right(int[] centres, Grid grid) {
        int right = Integer.MIN_VALUE;
        for (List<Integer> row : grid.rows()) {
            for (int vertex : row) {
                right = Math.max(right, centres[vertex] + grid.width(vertex) / 2);
            }
        }
        return right;
    }
}
