package io.archmeter.value;

import java.util.Optional;

/**
 * Units of memory: powers of 1000 as in SI, and of 1024 as in IEC 80000-13.
 *
 * @since 0.2.0
 */
public enum ByteUnit {
    B("B", 1L),
    KB("kB", 1_000L),
    MB("MB", 1_000_000L),
    GB("GB", 1_000_000_000L),
    TB("TB", 1_000_000_000_000L),
    KIB("KiB", 1L << 10),
    MIB("MiB", 1L << 20),
    GIB("GiB", 1L << 30),
    TIB("TiB", 1L << 40);

    private final String symbol;
    private final long bytes;

    ByteUnit(String symbol, long bytes) {
        this.symbol = symbol;
        this.bytes = bytes;
    }

    /** How many bytes it is. */
    public long bytes() {
        return bytes;
    }

    /** The unit of a symbol, in small or capital letters. */
    public static Optional<ByteUnit> like(String symbol) {
        for (ByteUnit unit : values()) {
            if (unit.symbol.equalsIgnoreCase(symbol)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** As it is written: {@code kB}, {@code MiB}. */
    @Override
    public String toString() {
        return symbol;
    }
}
