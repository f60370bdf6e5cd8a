package io.archmeter.report;

import io.archmeter.graph.Op;
import io.archmeter.op.Catalogue;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The window that a layer slides, by the attributes that it has in a spec: a number for each spatial axis, what does nothing included. A
 * layer without a window has none of them, and maybe groups.
 *
 * @param padding elements before each axis, and where the other side has others, those after each axis as well
 * @param groups one number, or none
 */
record LayerWindow(List<Long> kernel, List<Long> stride, List<Long> padding, List<Long> dilation, List<Long> groups) {
    LayerWindow {
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        padding = List.copyOf(padding);
        dilation = List.copyOf(dilation);
        groups = List.copyOf(groups);
    }

    static LayerWindow of(Op op) {
        Map<String, PlainValue> attributes = Catalogue.attributes(op);
        List<Long> kernel = numbers(attributes, "kernel", List.of());
        int axes = kernel.size();
        return new LayerWindow(
                kernel,
                alongAxes(attributes, "stride", 1, axes),
                alongAxes(attributes, "padding", 0, axes),
                alongAxes(attributes, "dilation", 1, axes),
                numbers(attributes, "groups", List.of()));
    }

    /** Without a window, a padding is something else. */
    private static List<Long> alongAxes(Map<String, PlainValue> attributes, String name, long nothing, int axes) {
        return axes == 0 ? List.of() : numbers(attributes, name, Collections.nCopies(axes, nothing));
    }

    private static List<Long> numbers(Map<String, PlainValue> attributes, String name, List<Long> otherwise) {
        PlainValue value = attributes.get(name);
        if (value instanceof PlainValue.Num) {
            return List.of(number(value));
        } else if (value instanceof PlainValue.Items list) {
            List<Long> numbers = new ArrayList<>();
            for (PlainValue item : list.items()) {
                numbers.add(number(item));
            }
            return numbers;
        }
        return otherwise;
    }

    private static long number(PlainValue value) {
        return ((PlainValue.Num) value).number().toLong().orElseThrow();
    }

    /** Whether there is another padding after an axis than before it. */
    boolean isUneven() {
        return padding.size() > kernel.size();
    }

    boolean isDilated() {
        return isOther(dilation);
    }

    boolean isGrouped() {
        return isOther(groups);
    }

    /** Whether there is a number that is not 1. */
    private static boolean isOther(List<Long> numbers) {
        for (long number : numbers) {
            if (number != 1) {
                return true;
            }
        }
        return false;
    }
}
