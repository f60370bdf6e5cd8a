package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** NumPy's broadcasting, as ONNX has it since version 7 ({@code docs/Broadcasting.md}). */
final class NumpyBroadcast {
    private NumpyBroadcast() {}

    /** The shape that several shapes are stretched to. Of an extent that is not known, only 1 can be told apart. */
    static Shape of(NodeCall call, List<Shape> shapes) {
        int rank = shapes.stream().mapToInt(Shape::rank).max().orElse(0);
        List<Extent> axes = new ArrayList<>(rank);
        for (int axis = 0; axis < rank; axis++) {
            Extent extent = Extent.of(1);
            for (Shape shape : shapes) {
                int own = axis - (rank - shape.rank());
                if (own >= 0) {
                    extent = both(call, extent, shape.axis(own));
                }
            }
            axes.add(extent);
        }
        return Shape.ofAxes(axes);
    }

    private static Extent both(NodeCall call, Extent one, Extent other) {
        if (is(one, 1) || one.equals(other)) {
            return other;
        }
        if (is(other, 1)) {
            return one;
        }
        if (one instanceof Extent.Known && other instanceof Extent.Known) {
            throw call.refusal("extents of " + one.text() + " and " + other.text() + " cannot be broadcast together");
        }
        // One that is known and not 1 decides: the other one is it, or 1.
        return one instanceof Extent.Known ? one : other;
    }

    private static boolean is(Extent extent, long value) {
        return extent instanceof Extent.Known known && known.value() == value;
    }

    /** By an element of the stretched tensor, the element of one that is stretched to it. */
    static int[] indices(Shape from, Shape to) {
        int elements = Math.toIntExact(to.elements());
        int[] indices = new int[elements];
        for (int index = 0; index < elements; index++) {
            int rest = index;
            int own = 0;
            int stride = 1;
            for (int axis = to.rank() - 1; axis >= 0; axis--) {
                int place = rest % (int) to.extent(axis);
                rest /= (int) to.extent(axis);
                int fromAxis = axis - (to.rank() - from.rank());
                if (fromAxis >= 0) {
                    own += from.extent(fromAxis) == 1 ? 0 : place * stride;
                    stride *= (int) from.extent(fromAxis);
                }
            }
            indices[index] = own;
        }
        return indices;
    }
}
