package io.archmeter.snapshot.file;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.value.Numerals;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Attributes as documents of version 1 have them: all of them texts, {@code "kernel": "7x7"}, and some by other names than in a spec.
 * They are read as what version 2 writes, so that a model that has not changed is the same in both.
 */
final class VersionOneAttributes {
    /** The names that are others in a spec, by operator. */
    private static final Map<String, Map<String, String>> NAMES = Map.of(
            "avgpool", Map.of("rounding", "ceil_mode", "countIncludePad", "count_include_pad"),
            "batchnorm", Map.of("epsilon", "eps", "runningStatistics", "running_stats"),
            "conv", Map.of("group", "groups"),
            "dropout", Map.of("ratio", "p"),
            "lrn", Map.of("bias", "k"),
            "maxpool", Map.of("rounding", "ceil_mode"));

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E[-+]?[0-9]+)?");

    private VersionOneAttributes() {}

    /** The attributes of an operator; what cannot be understood stays a text, which is equal to no attribute of today. */
    static Map<String, PlainValue> of(String operator, Map<String, String> texts) {
        Map<String, String> names = NAMES.getOrDefault(operator, Map.of());
        Map<String, PlainValue> attributes = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            String now = names.getOrDefault(name, name);
            attributes.put(now, value(form(operator, now), text));
        });
        return attributes;
    }

    private static Argument.Form form(String operator, String name) {
        return Catalogue.find(operator)
                .flatMap(known -> known.arguments().stream()
                        .filter(argument -> argument.name().equals(name))
                        .findFirst())
                .<Argument.Form>map(Argument::form)
                .orElse(Argument.Form.CHOICE);
    }

    private static PlainValue value(Argument.Form form, String text) {
        return switch (form) {
            case COUNT, INTEGER, NUMBER, AMOUNT -> number(text).orElse(new PlainValue.Text(text));
            case PER_AXIS, PADDING, EXTENTS, INTEGERS, SIZES, COUNTS, PARTS -> numbers(text);
            case FLAG, CHOICE -> word(text);
            case TEXT, AMOUNTS, COUNTED, OUTPUTS, WEIGHTS -> new PlainValue.Text(text);
        };
    }

    /** A pool said {@code floor} where a spec says {@code ceil_mode: false}. */
    private static PlainValue word(String text) {
        return switch (text) {
            case "true", "ceil" -> new PlainValue.Flag(true);
            case "false", "floor" -> new PlainValue.Flag(false);
            default -> new PlainValue.Text(text);
        };
    }

    private static PlainValue numbers(String text) {
        List<PlainValue> numbers = new ArrayList<>();
        for (String part : text.split("x", -1)) {
            Optional<PlainValue> number = number(part);
            if (number.isEmpty()) {
                return new PlainValue.Text(text);
            }
            numbers.add(number.get());
        }
        return new PlainValue.Items(numbers);
    }

    private static Optional<PlainValue> number(String text) {
        return DECIMAL.matcher(text).matches() ? Numerals.decimal(text).map(PlainValue.Num::new) : Optional.empty();
    }
}
