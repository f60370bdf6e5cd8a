package io.archmeter.spec;

/** Counts what an evaluation does beyond looking at each of its parts once: comparing lists takes as long as they are large. */
final class Work {
    private static final int VALUES_OF_A_STEP = 16;

    private long values;

    /** Counts values that are looked at. */
    void add(long more) {
        values += more;
    }

    /** What was done, in {@link Steps}. */
    long steps() {
        return values / VALUES_OF_A_STEP;
    }
}
