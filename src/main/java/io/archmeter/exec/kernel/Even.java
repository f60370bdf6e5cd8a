package io.archmeter.exec.kernel;

/** Cuts things into parts of nearly one size. */
final class Even {
    private Even() {}

    /** Parts that things need if none has more than {@code most}. */
    static int parts(int things, int most) {
        return (things + most - 1) / most;
    }

    /** How many things a part has, if all but the last have as many and it is not much smaller. */
    static int size(int things, int most) {
        return parts(things, parts(things, most));
    }

    /** The same where a part that is not the largest is to be a multiple of {@code grain}. */
    static int size(int things, int most, int grain) {
        return Math.min(most, parts(size(things, most), grain) * grain);
    }
}
