package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values, shapes and arguments as tests write them: {@code [1, 7]}, {@code 1x3x224x224}, {@code kernel=3; bias=false}. */
public final class Written {
    /** One argument, e.g. {@code kernel=[1, 7]}. */
    public record Assignment(String name, PlainValue value) {}

    private Written() {}

    static List<Assignment> assignments(String text) {
        return parts(text, ";").stream()
                .map(part -> part.split("=", 2))
                .map(pair -> new Assignment(pair[0].strip(), value(pair[1])))
                .toList();
    }

    /** As in {@code 1x3x8x8; 1x77 int64}: what has no type has numbers of the network. */
    static Inputs inputs(String text) {
        List<String[]> inputs =
                parts(text, ";").stream().map(input -> input.split(" ")).toList();
        return new Inputs(
                inputs.stream().map(input -> shape(input[0])).toList(),
                inputs.stream()
                        .map(input ->
                                input.length == 1 ? DType.FLOAT32 : DType.valueOf(input[1].toUpperCase(Locale.ROOT)))
                        .toList());
    }

    static Shape shape(String text) {
        return Shape.ofAxes(parts(text, "x").stream().map(Written::extent).toList());
    }

    private static Extent extent(String text) {
        return text.equals(Extent.Unknown.MARK) ? new Extent.Unknown("input") : Extent.of(Long.parseLong(text));
    }

    public static PlainValue value(String text) {
        String word = text.strip();
        if (word.isEmpty()) {
            return new PlainValue.Nothing();
        }
        if (word.startsWith("[")) {
            return new PlainValue.Items(items(word.substring(1, word.length() - 1)));
        }
        if (word.equals("true") || word.equals("false")) {
            return new PlainValue.Flag(word.equals("true"));
        }
        return Character.isDigit(word.charAt(word.length() - 1)) && !Character.isLetter(word.charAt(0))
                ? new PlainValue.Num(Rational.of(new BigDecimal(word)))
                : new PlainValue.Text(word);
    }

    /** Splits at the commas that are in no inner list. */
    private static List<PlainValue> items(String text) {
        List<PlainValue> items = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(value(text.substring(begin, i)));
                begin = i + 1;
            }
        }
        if (!text.isBlank()) {
            items.add(value(text.substring(begin)));
        }
        return items;
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
