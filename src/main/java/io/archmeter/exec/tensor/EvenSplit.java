package io.archmeter.exec.tensor;

/** Cuts things into parts of nearly one size. */
public final class EvenSplit {
    private EvenSplit() {}

    /** Parts that things need if none has more than {@code most}. */
    public static int parts(int things, int most) {
        return (things + most - 1) / most;
    }

    /** How many things a part has, if all but the last have as many and it is not much smaller. */
    public static int size(int things, int most) {
        return parts(things, parts(things, most));
    }

    /** The same where a part that is not the largest is to be a multiple of {@code grain}. */
    public static int size(int things, int most, int grain) {
        return Math.min(most, parts(size(things, most), grain) * grain);
    }
}
