package io.archmeter.cli;

import java.util.OptionalLong;

/** Numbers as they are written on a command line. */
final class Numbers {
    private Numbers() {}

    /** A whole number from 1 in plain digits; empty where the text is none, or does not fit a {@code long}. */
    static OptionalLong count(String text) {
        return from(1, text);
    }

    /** A whole number from {@code least}, which is not negative. */
    static OptionalLong from(long least, String text) {
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
