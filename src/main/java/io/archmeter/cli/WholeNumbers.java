package io.archmeter.cli;

import io.archmeter.verify.Verifier;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;

/** Whole numbers as they are written on a command line: in plain digits, so that nobody has to guess what {@code 1e3} is. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** From 1. */
    static final class FromOne implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return read(1, text);
        }
    }

    /** From 0. */
    static final class FromZero implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return read(0, text);
        }
    }

    /** From 1; what is larger than any list counts as that. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) Math.min(read(1, text), Integer.MAX_VALUE);
        }
    }

    /** From 1, as many as a machine may have cores. */
    static final class Threads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            long threads = read(1, text);
            if (threads > Verifier.Options.MOST_THREADS) {
                throw new BadValue(
                        "bad-value", "must be a whole number from 1 to " + Verifier.Options.MOST_THREADS, "", "4");
            }
            return (int) threads;
        }
    }

    private static long read(long least, String text) {
        return parse(least, text)
                .orElseThrow(() -> new BadValue("bad-value", "must be a whole number from " + least, "", "4"));
    }

    /** A number from {@code least}, which is not negative; empty where the text is none, or does not fit a {@code long}. */
    static OptionalLong parse(long least, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            long number = Long.parseLong(text);
            return number < least ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }
}
