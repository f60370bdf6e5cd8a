package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;

/** A tensor with other elements in some places. */
final class Scatters {
    private Scatters() {}

    static void elements(OnnxCall call) {
        float[] x = call.elements(0);
        Tensor indices = call.input(1);
        Tensor updates = call.input(2);
        int axis =
                Positions.axis(call.settings().whole("axis", 0), call.shape(0).rank());
        int[] steps = Positions.steps(Positions.extents(call.shape(0)));
        int extent = (int) call.shape(0).extent(axis);
        DoubleBinaryOperator reduction = reduction(call);
        Positions.each(Positions.extents(indices.shape()), (position, number) -> {
            int at = Gathers.place(indices, number, extent);
            int to = Positions.place(position, steps) + (at - position[axis]) * steps[axis];
            x[to] = (float) reduction.applyAsDouble(x[to], updates.data()[updates.offset() + number]);
        });
        put(call, x);
    }

    static void positions(OnnxCall call) {
        float[] x = call.elements(0);
        Tensor indices = call.input(1);
        Tensor updates = call.input(2);
        int[] extents = Positions.extents(call.shape(0));
        int axes = indices.extent(indices.rank() - 1);
        int[] steps = Positions.steps(extents);
        int row = Positions.product(extents, axes, extents.length);
        DoubleBinaryOperator reduction = reduction(call);
        for (int i = 0; i < indices.elements() / Math.max(1, axes); i++) {
            int to = 0;
            for (int axis = 0; axis < axes; axis++) {
                to += Gathers.place(indices, i * axes + axis, extents[axis]) * steps[axis];
            }
            for (int element = 0; element < row; element++) {
                float update = updates.data()[updates.offset() + i * row + element];
                x[to + element] = (float) reduction.applyAsDouble(x[to + element], update);
            }
        }
        put(call, x);
    }

    private static void put(OnnxCall call, float[] elements) {
        Tensor y = call.outputInPlace(call.shape(0));
        System.arraycopy(elements, 0, y.data(), y.offset(), elements.length);
    }

    private static DoubleBinaryOperator reduction(OnnxCall call) {
        return switch (call.settings().text("reduction", "none")) {
            case "add" -> Double::sum;
            case "mul" -> (a, b) -> a * b;
            case "max" -> Math::max;
            case "min" -> Math::min;
            default -> (a, b) -> b;
        };
    }
}
