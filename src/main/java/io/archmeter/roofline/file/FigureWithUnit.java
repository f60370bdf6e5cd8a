package io.archmeter.roofline.file;

import io.archmeter.value.Numerals;
import io.archmeter.value.Rational;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as a datasheet has it: {@code 40GB}, {@code 1555 GB/s}, {@code 19.5 TFLOPS}.
 *
 * @param unit as it is written, known or not; empty where there is none
 */
record FigureWithUnit(Rational number, String unit) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?<number>[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)\\s*(?<unit>\\p{L}[\\p{L}/]*)?");

    /** Longer ones are too large, or a slip. */
    private static final int LONGEST = 60;

    /** Empty where the text is none. */
    static Optional<FigureWithUnit> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.length() > LONGEST ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(matcher.group("unit")).orElse("");
        return Numerals.decimal(matcher.group("number")).map(number -> new FigureWithUnit(number, unit));
    }

    /** The whole number that it is where its unit stands for a number; empty where it is not whole, zero, or does not fit a {@code long}. */
    OptionalLong times(long factor) {
        OptionalLong whole = number.times(Rational.of(factor)).toLong();
        return whole.isPresent() && whole.getAsLong() > 0 ? whole : OptionalLong.empty();
    }
}
