package io.archmeter.budget.file;

import io.archmeter.problem.Problems;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value of a param, written in one line as it would stand in a spec or behind {@code --set}: {@code [2, 2]}. */
final class WrittenValue {
    /** What YAML takes for a text without quotes, be it in a list or not. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private static final Pattern WORDS_OF_YAML = Pattern.compile("(?i)true|false|null");

    private WrittenValue() {}

    /** Empty where a problem was added: what is written there is no value. */
    static Optional<String> of(SourceValue located, Problems problems) {
        if (located instanceof SourceValue.Items list) {
            List<String> items = new ArrayList<>();
            list.items().forEach(item -> of(item, problems).ifPresent(items::add));
            return Optional.of("[" + String.join(", ", items) + "]");
        }
        if (located instanceof SourceValue.Scalar scalar) {
            if (scalar.value() instanceof PlainValue.Text text) {
                return Optional.of(text(text.text()));
            }
            if (scalar.value() instanceof PlainValue.Num num) {
                return Optional.of(decimal(num.number()));
            }
            if (scalar.value() instanceof PlainValue.Flag flag) {
                return Optional.of(flag.described());
            }
        }
        if (!located.isUnknown()) {
            problems.add(
                    located.at(),
                    "wrong-type",
                    "a param cannot be " + located.described(),
                    "write a number, a text, true, false or a list");
        }
        return Optional.empty();
    }

    private static String text(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !WORDS_OF_YAML.matcher(text).matches();
        return plain ? text : '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** In all its digits: numbers of a file are decimals. */
    private static String decimal(Rational number) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()))
                .toPlainString();
    }
}
