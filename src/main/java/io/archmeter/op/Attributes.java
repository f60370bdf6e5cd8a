package io.archmeter.op;

import io.archmeter.graph.Op;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The attributes of an operator as texts by their names, in the order in which its record has them: {@code channels} 64, {@code
 * kernel} 7x7, {@code stride} 2x2. What does nothing is left out: a
 * stride or dilation of 1, padding of 0, the function that the operator is named for, what is {@link Usual}. They are found in
 * the record itself, so that a new operator has them without a line of its own.
 */
public final class Attributes {
    private Attributes() {}

    /** The attributes of one operator; there may be none. */
    public static Map<String, String> of(Op op) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (RecordComponent component : op.getClass().getRecordComponents()) {
            Object value = value(component, op);
            if (value instanceof Window window) {
                attributes.put(
                        "kernel", text(window.axes().stream().map(Axis::kernel).toList()));
                addAxes(window.axes(), attributes);
            } else if (value instanceof List<?> list && list.stream().allMatch(Axis.class::isInstance)) {
                addAxes(list.stream().map(Axis.class::cast).toList(), attributes);
            } else if (!text(value).equals(op.kind()) && !(value instanceof Usual usual && usual.isUsual())) {
                attributes.put(component.getName(), text(value));
            }
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static Object value(RecordComponent component, Op op) {
        try {
            return component.getAccessor().invoke(op);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("attributes are public", impossible);
        }
    }

    private static void addAxes(List<Axis> axes, Map<String, String> attributes) {
        add("stride", 1, axes.stream().map(Axis::stride).toList(), attributes);
        List<Integer> padding =
                new ArrayList<>(axes.stream().map(Axis::padBegin).toList());
        List<Integer> behind = axes.stream().map(Axis::padEnd).toList();
        if (!behind.equals(padding)) {
            padding.addAll(behind);
        }
        add("padding", 0, padding, attributes);
        add("dilation", 1, axes.stream().map(Axis::dilation).toList(), attributes);
    }

    private static void add(String name, int usual, List<Integer> values, Map<String, String> attributes) {
        if (values.stream().anyMatch(value -> value != usual)) {
            attributes.put(name, text(values));
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("x"));
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    /** {@link Double#toString} has other digits before Java 19; fifteen come back as they were written. */
    private static String decimal(double number) {
        return new BigDecimal(number)
                .round(new MathContext(15))
                .stripTrailingZeros()
                .toString();
    }
}
