package io.archmeter.op;

import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The attributes of an operator as values by the names of its arguments, in the order of these: {@code channels} 64, {@code kernel}
 * [7, 7], {@code stride} [2, 2]. They are explicit: a number for each spatial axis, and of padding one for each side where the two
 * sides of an axis differ. What does nothing is left out: a stride or dilation of 1, padding of 0.
 */
public final class Attributes {
    private final Map<String, PlainValue> values = new LinkedHashMap<>();

    /** None yet. */
    public Attributes() {}

    /** With one more. */
    public <T> Attributes and(Argument<T> argument, T value) {
        values.put(argument.name(), argument.write(value));
        return this;
    }

    /** With one of a file, which has no argument in specs. */
    Attributes and(String name, PlainValue value) {
        values.put(name, value);
        return this;
    }

    /** With the kernel, and what {@link #slide} adds. */
    Attributes and(Window window) {
        List<Integer> kernel = new ArrayList<>();
        for (Axis axis : window.axes()) {
            kernel.add(axis.kernel());
        }
        return and(Window.KERNEL, new PerAxis(kernel)).slide(window.axes());
    }

    /** With stride, padding and dilation, as far as they do anything. */
    Attributes slide(List<Axis> axes) {
        List<Integer> stride = new ArrayList<>();
        List<Integer> padding = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> dilation = new ArrayList<>();
        for (Axis axis : axes) {
            stride.add(axis.stride());
            padding.add(axis.padBegin());
            ends.add(axis.padEnd());
            dilation.add(axis.dilation());
        }
        if (!ends.equals(padding)) {
            padding.addAll(ends);
        }
        if (!isAll(1, stride)) {
            and(Window.STRIDE, new PerAxis(stride));
        }
        if (!isAll(0, padding)) {
            and(Window.PADDING, new Padding.Explicit(padding));
        }
        if (!isAll(1, dilation)) {
            and(Window.DILATION, new PerAxis(dilation));
        }
        return this;
    }

    private static boolean isAll(int number, List<Integer> numbers) {
        for (int each : numbers) {
            if (each != number) {
                return false;
            }
        }
        return true;
    }

    Map<String, PlainValue> values() {
        return Collections.unmodifiableMap(values);
    }

    /** A value of an attribute as people read it: {@code 7x7}, {@code 0.0001}, {@code true}. */
    public static String text(PlainValue value) {
        if (value instanceof PlainValue.Items list) {
            boolean numbers = list.items().stream().allMatch(PlainValue.Num.class::isInstance);
            return list.items().stream().map(Attributes::text).collect(Collectors.joining(numbers ? "x" : ", "));
        }
        if (value instanceof PlainValue.Num num) {
            return num.number().toNumber().toString();
        }
        return value instanceof PlainValue.Text text ? text.text() : value.described();
    }
}
