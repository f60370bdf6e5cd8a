package io.archmeter.exec.kernel;

import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Where the elements along some axes of a tensor lie, the last axis fastest: an element is at a {@code start}, which says where it is
 * along all other axes, plus a {@code step}.
 *
 * @param starts one for each position along the other axes
 * @param steps one for each position along these axes
 */
record Slices(int[] starts, int[] steps) {
    static Slices of(Shape shape, List<Integer> axes) {
        return new Slices(places(shape, axes, false), places(shape, axes, true));
    }

    private static int[] places(Shape shape, List<Integer> axes, boolean along) {
        int[] places = {0};
        int distance = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            int extent = (int) shape.extent(axis);
            if (axes.contains(axis) == along) {
                int[] more = new int[places.length * extent];
                for (int i = 0; i < more.length; i++) {
                    more[i] = i / places.length * distance + places[i % places.length];
                }
                places = more;
            }
            distance *= extent;
        }
        return places;
    }
}
