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
        List<Axis> axes = window.axes();
        return and(Window.KERNEL, new PerAxis(axes.stream().map(Axis::kernel).toList()))
                .slide(axes);
    }

    /** With stride, padding and dilation, as far as they do anything. */
    Attributes slide(List<Axis> axes) {
        PerAxis stride = new PerAxis(axes.stream().map(Axis::stride).toList());
        PerAxis dilation = new PerAxis(axes.stream().map(Axis::dilation).toList());
        List<Integer> padding =
                new ArrayList<>(axes.stream().map(Axis::padBegin).toList());
        List<Integer> ends = axes.stream().map(Axis::padEnd).toList();
        if (!ends.equals(padding)) {
            padding.addAll(ends);
        }
        if (!isAll(1, stride.numbers())) {
            and(Window.STRIDE, stride);
        }
        if (!isAll(0, padding)) {
            and(Window.PADDING, new Padding.Explicit(padding));
        }
        if (!isAll(1, dilation.numbers())) {
            and(Window.DILATION, dilation);
        }
        return this;
    }

    private static boolean isAll(int number, List<Integer> numbers) {
        return numbers.stream().allMatch(each -> each == number);
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
