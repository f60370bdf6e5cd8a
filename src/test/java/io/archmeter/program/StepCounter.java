package io.archmeter.program;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the steps of a program that was made to say when it takes one, on whichever threads it runs. */
public final class StepCounter {
    /** More than any test needs; what has no end is ended. */
    private static final long MOST = 500_000_000;

    private static final AtomicLong TAKEN = new AtomicLong();

    private StepCounter() {}

    /** Said by the program. */
    public static void step() {
        if (TAKEN.incrementAndGet() == MOST) {
            throw new AssertionError("this takes more than " + MOST + " steps");
        }
    }

    static void reset() {
        TAKEN.set(0);
    }

    static long taken() {
        return TAKEN.get();
    }
}
