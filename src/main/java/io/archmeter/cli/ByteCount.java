package io.archmeter.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** An amount of memory as it is written on a command line: {@code 8GiB}, {@code 512MiB}, {@code 6GB}, {@code 1000000}. */
final class ByteCount {
    /** Longer names first, since each ends in the next ones. */
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("kib", 1L << 10);
        UNITS.put("mib", 1L << 20);
        UNITS.put("gib", 1L << 30);
        UNITS.put("tib", 1L << 40);
        UNITS.put("kb", 1_000L);
        UNITS.put("mb", 1_000_000L);
        UNITS.put("gb", 1_000_000_000L);
        UNITS.put("tb", 1_000_000_000_000L);
        UNITS.put("b", 1L);
    }

    private ByteCount() {}

    /** At least 1; empty where the text is none, or the number does not fit a {@code long}. */
    static OptionalLong parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            if (lower.endsWith(unit.getKey())) {
                String number =
                        lower.substring(0, lower.length() - unit.getKey().length());
                return times(Numbers.count(number.stripTrailing()), unit.getValue());
            }
        }
        return Numbers.count(lower);
    }

    private static OptionalLong times(OptionalLong number, long unit) {
        return number.isPresent() && number.getAsLong() <= Long.MAX_VALUE / unit
                ? OptionalLong.of(number.getAsLong() * unit)
                : OptionalLong.empty();
    }
}
