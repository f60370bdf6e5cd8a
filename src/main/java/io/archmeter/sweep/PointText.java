package io.archmeter.sweep;

import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.util.StringJoiner;

/** Values and points as one word each, no digit left out: {@code depths=[2, 2] width=0.5}. */
public final class PointText {
    private PointText() {}

    /** A value as it would stand in a spec, texts without quotes. */
    public static String of(PlainValue value) {
        if (value instanceof PlainValue.Num num) {
            return of(num.number());
        }
        if (value instanceof PlainValue.Text text) {
            return text.text();
        }
        if (value instanceof PlainValue.Items list) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            list.items().forEach(item -> items.add(of(item)));
            return items.toString();
        }
        return value instanceof PlainValue.Flag flag ? String.valueOf(flag.flag()) : "";
    }

    /** Fractions that have no last digit stay fractions: {@code 1/3}. */
    private static String of(Rational number) {
        if (number.isWhole()) {
            return number.numerator().toString();
        }
        try {
            return new BigDecimal(number.toNumber().toString()).toPlainString();
        } catch (ArithmeticException endless) {
            return number.fraction();
        }
    }

    /** The name of a point: what varies, with its values. */
    public static String name(Point point, Space space) {
        StringJoiner name = new StringJoiner(" ");
        point.settings().forEach((param, value) -> name.add(param + "=" + of(value)));
        if (space.inputs().size() > 1) {
            point.input().ifPresent(shape -> name.add("input=" + shape));
        }
        if (space.batches().size() > 1) {
            name.add("batch=" + point.batch());
        }
        if (space.types().size() > 1) {
            name.add("dtype=" + point.type());
        }
        return name.length() == 0 ? point.index().toString() : name.toString();
    }
}
