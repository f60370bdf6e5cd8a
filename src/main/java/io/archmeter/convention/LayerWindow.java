package io.archmeter.convention;

import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The window that a layer slides over its input, by its attributes, with what these leave out because it does nothing. The lists have a
 * number for each spatial axis, and are empty where no window slides.
 *
 * @param padBegin padding before the input
 * @param padEnd padding after it
 */
record LayerWindow(List<Long> kernel, List<Long> stride, List<Long> padBegin, List<Long> padEnd, List<Long> dilation) {

    static LayerWindow of(Map<String, PlainValue> attributes) {
        List<Long> kernel = numbers(attributes.get("kernel"));
        int axes = kernel.size();
        List<Long> padding = numbers(attributes.get("padding"));
        List<Long> begin = padding.size() == 2 * axes ? padding.subList(0, axes) : padding;
        List<Long> end = padding.size() == 2 * axes ? padding.subList(axes, 2 * axes) : padding;
        return new LayerWindow(
                kernel,
                orElse(numbers(attributes.get("stride")), 1, axes),
                orElse(begin, 0, axes),
                orElse(end, 0, axes),
                orElse(numbers(attributes.get("dilation")), 1, axes));
    }

    /** The padding at both ends of each axis together. */
    List<Long> padding() {
        List<Long> both = new ArrayList<>();
        for (int axis = 0; axis < padBegin.size(); axis++) {
            both.add(Math.addExact(padBegin.get(axis), padEnd.get(axis)));
        }
        return both;
    }

    /**
     * Elements under all windows of all channels that come out, each as often as it is covered. What lies behind the padding, where a
     * window hangs over, never counts (PyTorch, aten/native/cpu/AvgPoolKernel.cpp, pool_size).
     *
     * @param padding whether elements of the padding count
     */
    long covered(Shape input, Shape output, boolean padding) {
        if (kernel.isEmpty() || input.rank() != kernel.size() + 2 || output.rank() != input.rank()) {
            return 0;
        }
        long covered = Math.multiplyExact(output.extent(0), output.extent(1));
        for (int axis = 0; axis < kernel.size(); axis++) {
            long begin = padding ? 0 : padBegin.get(axis);
            long behind =
                    Math.addExact(input.extent(axis + 2), padding ? padding().get(axis) : padBegin.get(axis));
            covered = Math.multiplyExact(covered, covered(axis, output.extent(axis + 2), begin, behind));
        }
        return covered;
    }

    /** Taps of all windows along an axis that lie from {@code begin} on and before {@code behind}, counted from the padding's start. */
    private long covered(int axis, long windows, long begin, long behind) {
        long last = Math.addExact(
                Math.multiplyExact(windows - 1, stride.get(axis)),
                Math.multiplyExact(kernel.get(axis) - 1, dilation.get(axis)));
        if (begin == 0 && last < behind) {
            return Math.multiplyExact(windows, kernel.get(axis));
        }
        long covered = 0;
        for (long tap = 0; tap < kernel.get(axis); tap++) {
            long shift = Math.multiplyExact(tap, dilation.get(axis));
            long first = steps(begin - shift, stride.get(axis));
            covered = Math.addExact(
                    covered, Math.max(0, Math.min(windows, steps(behind - shift, stride.get(axis))) - first));
        }
        return covered;
    }

    /** How many steps lead at least so far. */
    private static long steps(long distance, long stride) {
        return distance <= 0 ? 0 : (distance - 1) / stride + 1;
    }

    private static List<Long> orElse(List<Long> numbers, long usual, int axes) {
        return numbers.size() == axes ? numbers : Collections.nCopies(axes, usual);
    }

    private static List<Long> numbers(PlainValue value) {
        List<Long> numbers = new ArrayList<>();
        if (value instanceof PlainValue.Items items) {
            for (PlainValue item : items.items()) {
                if (item instanceof PlainValue.Num num && num.number().toLong().isPresent()) {
                    numbers.add(num.number().toLong().getAsLong());
                }
            }
        }
        return numbers;
    }
}
