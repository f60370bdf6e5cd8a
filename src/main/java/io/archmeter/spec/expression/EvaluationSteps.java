package io.archmeter.spec.expression;

/** Counts what an evaluation does beyond looking at each of its parts once: comparing lists takes as long as they are large. */
public final class EvaluationSteps {
    private static final int VALUES_OF_A_STEP = 16;

    private long values;

    /** Counts values that are looked at. */
    void add(long more) {
        values += more;
    }

    /** What was done, in steps of an expansion. */
    public long steps() {
        return values / VALUES_OF_A_STEP;
    }
}
