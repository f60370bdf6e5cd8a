package io.archmeter.budget.file;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Excerpt;
import io.archmeter.value.ByteUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write in place of a bound, and how to mend it. */
final class BoundHint {
    private static final Pattern COMPARISON =
            Pattern.compile("(?i)(?:[<>≤≥=]+|at most|at least|max\\.?|min\\.?|maximum|minimum|under|below)\\s*(.+)");

    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}(?:[_,' ][0-9]{3})+(?:\\s*[A-Za-z%]+)?");

    private static final Pattern PERCENT_IN_WORDS = Pattern.compile("(?i)([-+]?[0-9.]+)\\s*(?:percent|per cent|pct)");

    private static final Pattern OPERATIONS = Pattern.compile("(?i)([kmgt]?)flops?(?:/s)?");

    private static final Pattern COUNTED = Pattern.compile("(?i)([kmgt]?)(?:macs?|madds?|params?|parameters)?");

    private static final String COUNTS = "write a whole number, or one with k, M, G or T: ";
    private static final String BYTES = "write a whole number, or one with B, kB, MB, GB, TB, KiB, MiB, GiB or TiB: ";

    private static final int LONGEST = 60;

    private BoundHint() {}

    /** A remedy for a text that is no number, with a unit or without. */
    static String on(String text, Metric metric) {
        // Who wrote more than a line meant something else.
        String plain = Excerpt.of(text, LONGEST).replace('−', '-');
        Matcher comparison = COMPARISON.matcher(plain);
        if (comparison.matches() && NumberWithUnit.parse(comparison.group(1)).isPresent()) {
            return "write " + comparison.group(1) + ": that is what there may be at "
                    + (metric.moreIsBetter() ? "least" : "most");
        }
        if (GROUPED.matcher(plain).matches()) {
            return "write the number without separators: " + plain.replaceAll("(?<=[0-9])[_,' ](?=[0-9])", "");
        }
        if (plain.indexOf('-') >= 0 && NumberWithUnit.parse(plain).isPresent()) {
            return "write the minus of the keyboard: " + plain;
        }
        return form(metric) + "; what is relative to the baseline has a sign, or is 'no "
                + (metric.moreIsBetter() ? "less'" : "more'");
    }

    /** A remedy for a number with a unit that the metric does not have. */
    static String onUnit(NumberWithUnit amount, Metric metric) {
        String unit = amount.unit();
        String number = amount.text()
                .substring(0, amount.text().length() - unit.length())
                .strip();
        Matcher percent = PERCENT_IN_WORDS.matcher(amount.text());
        if (percent.matches()) {
            return "write " + percent.group(1) + "%";
        }
        return switch (metric.unit()) {
            case COUNT -> ofCount(number, unit).map(likely -> "write " + likely).orElse(form(metric));
            case BYTES -> ofBytes(number, unit).map(likely -> "write " + likely).orElse(form(metric));
        };
    }

    private static Optional<String> ofCount(String number, String unit) {
        Matcher operations = OPERATIONS.matcher(unit);
        if (operations.matches()) {
            return Optional.of("multiply-adds, e.g. " + number + prefix(operations.group(1))
                    + "; half of it, where a multiply and an add count as two");
        }
        Matcher counted = COUNTED.matcher(unit);
        if (counted.matches()) {
            return Optional.of(number + prefix(counted.group(1)));
        }
        return unit.equalsIgnoreCase("b") || unit.equalsIgnoreCase("bn")
                ? Optional.of(number + "G, where billions are meant; 'B' are bytes")
                : Optional.empty();
    }

    private static String prefix(String letter) {
        return letter.equalsIgnoreCase("k") ? "k" : letter.toUpperCase(Locale.ROOT);
    }

    private static Optional<String> ofBytes(String number, String unit) {
        if (unit.matches("(?i)[kmgt]")) {
            return Optional.of(number + prefix(unit) + "B for powers of 1000, or " + number
                    + unit.toUpperCase(Locale.ROOT) + "iB for powers of 1024");
        }
        String bits = unit.endsWith("b") && !unit.endsWith("ib") ? ", where bytes are meant" : "";
        return ByteUnit.like(unit).map(known -> number + known + bits);
    }

    private static String form(Metric metric) {
        return (metric.unit() == Metric.Unit.BYTES ? BYTES : COUNTS) + BoundReader.example(metric);
    }
}
