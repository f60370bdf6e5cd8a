package io.archmeter.roofline;

import java.util.Locale;

/** What a layer waits for where it takes the least time. */
public enum Binding {
    /** Its operations take longer than what it moves. */
    COMPUTE,
    /** What it moves takes longer than its operations. */
    MEMORY,
    /** Both take as long. */
    BOTH,
    /** It neither moves nor computes anything. */
    NOTHING,
    /** Not enough is known to tell. */
    UNKNOWN;

    static Binding of(LeastTime compute, LeastTime memory) {
        int compared = compute.picoseconds().compareTo(memory.picoseconds());
        if (!compute.complete() && (!memory.complete() || compared <= 0) || !memory.complete() && compared >= 0) {
            return UNKNOWN;
        }
        if (compared == 0) {
            return compute.picoseconds().signum() == 0 ? NOTHING : BOTH;
        }
        return compared > 0 ? COMPUTE : MEMORY;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
