package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.Arrays;

/** A tensor whose extents of 1, and those that it lacks in front, are stretched to a shape (NumPy manual, broadcasting). */
final class BroadcastView {
    private final Tensor tensor;
    private final Shape shape;
    private final int[] own;

    BroadcastView(Tensor tensor, Shape shape) {
        this.tensor = tensor;
        this.shape = shape;
        this.own = new int[shape.rank()];
        Arrays.fill(own, 1);
        for (int axis = 0; axis < tensor.rank(); axis++) {
            own[shape.rank() - tensor.rank() + axis] = tensor.extent(axis);
        }
    }

    /** The first axis from which on its elements lie in the shape's order, or are a single one. */
    int rowAxis() {
        int axis = own.length;
        boolean whole = true;
        boolean single = true;
        while (axis > 0) {
            whole &= own[axis - 1] == shape.extent(axis - 1);
            single &= own[axis - 1] == 1;
            if (!whole && !single) {
                return axis;
            }
            axis--;
        }
        return 0;
    }

    /** Reads a part of a row; a row is all elements at one position of the axes before {@code rowAxis}. */
    void read(int rowAxis, int row, int begin, float[] into, int length) {
        int elements = 1;
        for (int axis = rowAxis; axis < own.length; axis++) {
            elements *= own[axis];
        }
        int from = tensor.offset();
        int step = elements;
        int rest = row;
        for (int axis = rowAxis - 1; axis >= 0; axis--) {
            int position = (int) (rest % shape.extent(axis));
            rest = (int) (rest / shape.extent(axis));
            from += own[axis] == 1 ? 0 : position * step;
            step *= own[axis];
        }
        if (elements == 1) {
            Arrays.fill(into, 0, length, tensor.data()[from]);
        } else {
            System.arraycopy(tensor.data(), from + begin, into, 0, length);
        }
    }
}
