package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Positions along axes, and the elements at them, the last axis fastest. */
final class Positions {
    private Positions() {}

    /** What is done at a position; the array is the same at each. */
    interface Visit {
        void at(int[] position, int number);
    }

    /** Where an element comes from. */
    interface Source {
        /** Its place in a tensor, from 0; negative where it comes from none. */
        int of(int[] position);
    }

    static int[] extents(Shape shape) {
        return shape.extents().stream().mapToInt(Math::toIntExact).toArray();
    }

    static Shape shape(int[] extents) {
        List<Long> all = new ArrayList<>();
        for (int extent : extents) {
            all.add((long) extent);
        }
        return new Shape(all);
    }

    /** How many elements lie between neighbours along each axis. */
    static int[] steps(int[] extents) {
        int[] steps = new int[extents.length];
        int step = 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            steps[axis] = step;
            step *= extents[axis];
        }
        return steps;
    }

    static int product(int[] extents, int begin, int end) {
        int product = 1;
        for (int axis = begin; axis < end; axis++) {
            product *= extents[axis];
        }
        return product;
    }

    static int elements(int[] extents) {
        return product(extents, 0, extents.length);
    }

    /** The place of a position among those that have these steps. */
    static int place(int[] position, int[] steps) {
        int place = 0;
        for (int axis = 0; axis < steps.length; axis++) {
            place += position[axis] * steps[axis];
        }
        return place;
    }

    /** Goes through all positions, in order. */
    static void each(int[] extents, Visit visit) {
        int[] position = new int[extents.length];
        int elements = elements(extents);
        for (int number = 0; number < elements; number++) {
            visit.at(position, number);
            for (int axis = extents.length - 1; axis >= 0; axis--) {
                position[axis]++;
                if (position[axis] < extents[axis]) {
                    break;
                }
                position[axis] = 0;
            }
        }
    }

    /** Fills a tensor with elements of another one, and with a number where they come from nowhere. */
    static void fill(Tensor to, Tensor from, float otherwise, Source source) {
        each(extents(to.shape()), (position, number) -> {
            int place = source.of(position);
            to.data()[to.offset() + number] = place < 0 ? otherwise : from.data()[from.offset() + place];
        });
    }

    /** An axis that is counted from the end where it is negative. */
    static int axis(long written, int rank) {
        return (int) (written < 0 ? written + rank : written);
    }

    /** The axes that are counted so; all where none is written. */
    static boolean[] chosen(List<Long> written, int rank) {
        boolean[] chosen = new boolean[rank];
        written.forEach(axis -> chosen[axis(axis, rank)] = true);
        return chosen;
    }
}
