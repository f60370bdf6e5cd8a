package io.archmeter.cli;

import io.archmeter.located.ByteUnit;
import java.util.Optional;
import java.util.OptionalLong;

/** An amount of memory as it is written on a command line: {@code 8GiB}, {@code 512MiB}, {@code 6GB}, {@code 1000000}. */
final class ByteCount {
    private ByteCount() {}

    /** At least 1; empty where the text is none, or the number does not fit a {@code long}. */
    static OptionalLong parse(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        OptionalLong number = Numbers.count(text.substring(0, end));
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
