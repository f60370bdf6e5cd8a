package io.archmeter.cli;

import java.util.Locale;

/** Where the points of a sweep are evaluated. */
enum SweepPlace {
    HERE,
    SPARK;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
