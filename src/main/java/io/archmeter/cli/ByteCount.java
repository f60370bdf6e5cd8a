package io.archmeter.cli;

import io.archmeter.value.ByteUnit;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;

/** An amount of memory as it is written on a command line: {@code 8GiB}, {@code 512MiB}, {@code 6GB}, {@code 1000000}. */
final class ByteCount implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        return parse(text)
                .orElseThrow(() -> new BadValue(
                        "bad-value",
                        "must be an amount of memory",
                        "a whole number with B, kB, MB, GB, KiB, MiB or GiB",
                        "8GiB"));
    }

    /** At least 1; empty where the text is none, or the number does not fit a {@code long}. */
    static OptionalLong parse(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        OptionalLong number = WholeNumbers.parse(1, text.substring(0, end));
        String symbol = text.substring(end).stripLeading();
        Optional<ByteUnit> unit = symbol.isEmpty() ? Optional.of(ByteUnit.B) : ByteUnit.like(symbol);
        return unit.isEmpty() ? OptionalLong.empty() : times(number, unit.get().bytes());
    }

    private static OptionalLong times(OptionalLong number, long unit) {
        return number.isPresent() && number.getAsLong() <= Long.MAX_VALUE / unit
                ? OptionalLong.of(number.getAsLong() * unit)
                : OptionalLong.empty();
    }
}
