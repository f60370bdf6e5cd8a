package io.archmeter.source;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Span;
import io.archmeter.value.Numerals;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a scalar without quotes is, by the core schema of YAML 1.2 (section 10.3.2): {@code no} and {@code 1:30} are texts. */
final class PlainScalars {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_KEPT = 16;

    private final SourceBuilder builder;
    /** A large file says the same few words and numbers again and again. */
    private final Map<String, PlainValue> kept = new HashMap<>();

    PlainScalars(SourceBuilder builder) {
        this.builder = builder;
    }

    PlainValue value(String text, Span at) {
        if (text.isEmpty()) {
            return new PlainValue.Nothing();
        }
        char first = text.charAt(0);
        PlainValue known = kept.get(text);
        if (known != null) {
            return known;
        }
        boolean mayBeNumber = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
        PlainValue value = mayBeNumber ? numberOrText(text, at) : word(text);
        if (text.length() <= LONGEST_KEPT && kept.size() < MOST_KEPT && !(value instanceof PlainValue.Unknown)) {
            kept.put(text, value);
        }
        return value;
    }

    private static PlainValue word(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> new PlainValue.Nothing();
            case "true", "True", "TRUE" -> new PlainValue.Flag(true);
            case "false", "False", "FALSE" -> new PlainValue.Flag(false);
            default -> new PlainValue.Text(text);
        };
    }

    private PlainValue numberOrText(String text, Span at) {
        if (DECIMAL.matcher(text).matches()) {
            return number(Numerals.decimal(text), text, at);
        }
        if (OCTAL.matcher(text).matches()) {
            return number(Numerals.whole(text.substring(2), 8), text, at);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return number(Numerals.whole(text.substring(2), 16), text, at);
        }
        if (NOT_FINITE.matcher(text).matches()) {
            String remedy = "write a finite number; in quotes it is a text";
            builder.problem(at, "wrong-number", text + " is no number to count with", remedy);
            return new PlainValue.Unknown();
        }
        return new PlainValue.Text(text);
    }

    private PlainValue number(Optional<Rational> number, String text, Span at) {
        if (number.isEmpty()) {
            builder.problem(at, "number-too-large", "the number " + Excerpt.of(text) + " is too long", Numerals.REMEDY);
            return new PlainValue.Unknown();
        }
        return new PlainValue.Num(number.get());
    }
}
