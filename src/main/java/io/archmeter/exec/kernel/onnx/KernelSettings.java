package io.archmeter.exec.kernel.onnx;

import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of an operator of ONNX. */
record KernelSettings(Map<String, PlainValue> values) {
    boolean has(String name) {
        return values.containsKey(name);
    }

    long whole(String name, long otherwise) {
        return values.get(name) instanceof PlainValue.Num number ? (long) real(number) : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return whole(name, otherwise ? 1 : 0) != 0;
    }

    /** A real number; infinities and what is no number are texts. */
    double real(String name, double otherwise) {
        PlainValue value = values.get(name);
        return value == null ? otherwise : real(value);
    }

    String text(String name, String otherwise) {
        return values.get(name) instanceof PlainValue.Text text ? text.text() : otherwise;
    }

    Optional<List<Long>> wholes(String name) {
        return reals(name).map(reals -> reals.stream().map(Double::longValue).toList());
    }

    /** A number for each axis. */
    int[] numbers(String name, int axes, int otherwise) {
        List<Long> all = wholes(name).orElse(Collections.nCopies(axes, (long) otherwise));
        return all.subList(0, axes).stream().mapToInt(Long::intValue).toArray();
    }

    Optional<List<Double>> reals(String name) {
        PlainValue value = values.get(name);
        if (value instanceof PlainValue.Items items) {
            List<Double> reals = new ArrayList<>();
            items.items().forEach(item -> reals.add(real(item)));
            return Optional.of(reals);
        }
        return value instanceof PlainValue.Num ? Optional.of(List.of(real(value))) : Optional.empty();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof PlainValue.Items items) {
            for (PlainValue item : items.items()) {
                texts.add(item instanceof PlainValue.Text text ? text.text() : "");
            }
        }
        return texts;
    }

    private static double real(PlainValue value) {
        return value instanceof PlainValue.Num number
                ? number.number().toDouble()
                : Double.parseDouble(((PlainValue.Text) value).text());
    }
}
