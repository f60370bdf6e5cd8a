package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Elements as they are, under another shape or type. */
final class Views {
    private static final int FILLED_MASKS = 12;

    private Views() {}

    static void identity(OnnxCall call) {
        call.pass(call.shape(0));
    }

    static void reshape(OnnxCall call) {
        Shape x = call.shape(0);
        boolean zeros = call.settings().flag("allowzero", false);
        List<Long> extents = new ArrayList<>(call.wholes(1));
        long others = 1;
        int open = -1;
        for (int axis = 0; axis < extents.size(); axis++) {
            if (extents.get(axis) == 0 && !zeros) {
                extents.set(axis, x.extent(axis));
            }
            open = extents.get(axis) == -1 ? axis : open;
            others *= extents.get(axis) == -1 ? 1 : extents.get(axis);
        }
        if (open >= 0) {
            extents.set(open, x.elements() / others);
        }
        call.pass(new Shape(extents));
    }

    static void flatten(OnnxCall call) {
        int[] x = Positions.extents(call.shape(0));
        int axis = Positions.axis(call.settings().whole("axis", 1), x.length);
        call.pass(Shape.of(Positions.product(x, 0, axis), Positions.product(x, axis, x.length)));
    }

    static void squeeze(OnnxCall call) {
        Shape x = call.shape(0);
        boolean[] chosen = call.has(1) ? Positions.chosen(call.wholes(1), x.rank()) : new boolean[x.rank()];
        List<Long> extents = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (call.has(1) ? !chosen[axis] : x.extent(axis) != 1) {
                extents.add(x.extent(axis));
            }
        }
        call.pass(new Shape(extents));
    }

    static void unsqueeze(OnnxCall call) {
        Shape x = call.shape(0);
        List<Long> axes = call.wholes(1);
        boolean[] added = Positions.chosen(axes, x.rank() + axes.size());
        List<Long> extents = new ArrayList<>();
        int next = 0;
        for (boolean one : added) {
            extents.add(one ? 1 : x.extent(next++));
        }
        call.pass(new Shape(extents));
    }

    /**
     * At inference it does nothing; its mask keeps all, before this version it is not filled, and ONNX Runtime leaves zeros. What may
     * train when it runs, which its third input says, has an output of its own.
     */
    static void dropout(OnnxCall call) {
        if (call.has(2) && !call.isKnown(2)) {
            Tensor x = call.input(0);
            Tensor y = call.output(x.shape());
            System.arraycopy(x.data(), x.offset(), y.data(), y.offset(), y.elements());
        } else {
            call.pass(call.shape(0));
        }
        if (call.wants(1)) {
            Tensor mask = call.output(1, call.shape(0));
            Arrays.fill(mask.data(), mask.offset(), mask.end(), call.version() >= FILLED_MASKS ? 1 : 0);
        }
    }

    /** To a whole number it is cut off, to a truth value any that is not zero is 1, and to 16 bits it is rounded. */
    static void cast(OnnxCall call) {
        Tensor x = call.input(0);
        DType type = call.outputType(0);
        Tensor y = call.output(x.shape());
        for (int i = 0; i < y.elements(); i++) {
            float element = x.data()[x.offset() + i];
            y.data()[y.offset() + i] = cast(element, type);
        }
    }

    private static float cast(float element, DType type) {
        return switch (type) {
            case BOOL -> element == 0 ? 0 : 1;
            case FLOAT16 -> rounded(element, 10, -14);
            case BFLOAT16 -> rounded(element, 7, Float.MIN_EXPONENT);
            default -> type.isWhole() ? (float) (long) element : element;
        };
    }

    /** To so many bits behind the first; those of numbers below the smallest exponent are fewer (IEEE 754). */
    private static float rounded(float element, int bits, int smallest) {
        if (element == 0 || !Float.isFinite(element)) {
            return element;
        }
        int last = Math.max(Math.getExponent(element), smallest) - bits;
        return (float) Math.scalb(Math.rint(Math.scalb((double) element, -last)), last);
    }
}
