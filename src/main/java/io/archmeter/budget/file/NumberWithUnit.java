package io.archmeter.budget.file;

import io.archmeter.metric.Metric;
import io.archmeter.value.ByteUnit;
import io.archmeter.value.Numerals;
import io.archmeter.value.Rational;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as a bound has it.
 *
 * @param text as it is written
 * @param signed whether a sign stands before it
 * @param unit as it is written, known or not; empty where there is none
 */
record NumberWithUnit(String text, boolean signed, Rational number, String unit) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<number>(?<sign>[-+]?)(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))\\s*(?<unit>%|\\p{L}[\\p{L}/]*)?");

    /** Longer ones are too large, or a slip. */
    private static final int LONGEST = 60;

    /** A number without a unit. */
    static NumberWithUnit of(Rational number, boolean signShown) {
        boolean plus = signShown && number.signum() >= 0;
        return new NumberWithUnit((plus ? "+" : "") + number, signShown || number.signum() < 0, number, "");
    }

    /** Empty where the text is none. */
    static Optional<NumberWithUnit> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.length() > LONGEST ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(matcher.group("unit")).orElse("");
        boolean signed = !matcher.group("sign").isEmpty();
        return Numerals.decimal(matcher.group("number")).map(number -> new NumberWithUnit(text, signed, number, unit));
    }

    /** What the unit stands for; empty where it is no unit of that. */
    OptionalLong factor(Metric.Unit of) {
        if (unit.isEmpty()) {
            return OptionalLong.of(1);
        }
        return switch (of) {
            case COUNT -> ofCounts();
            case BYTES ->
                ByteUnit.like(unit)
                        .filter(known -> known.toString().equals(unit))
                        .map(known -> OptionalLong.of(known.bytes()))
                        .orElse(OptionalLong.empty());
        };
    }

    private OptionalLong ofCounts() {
        return switch (unit) {
            case "k" -> OptionalLong.of(1_000L);
            case "M" -> OptionalLong.of(1_000_000L);
            case "G" -> OptionalLong.of(1_000_000_000L);
            case "T" -> OptionalLong.of(1_000_000_000_000L);
            default -> OptionalLong.empty();
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
