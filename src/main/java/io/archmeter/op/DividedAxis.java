package io.archmeter.op;

/**
 * An axis that is divided into windows, which overlap where they do not fit (PyTorch {@code AdaptiveAvgPool}): window i of n over an
 * extent e reaches from ⌊i·e/n⌋ to ⌈(i + 1)·e/n⌉.
 */
public record DividedAxis(long extent, int windows) {
    public DividedAxis {
        if (extent < 1 || windows < 1) {
            throw new IllegalArgumentException("cannot divide " + extent + " into " + windows);
        }
    }

    /** Whether all windows have the same size, and lie beside each other. */
    public boolean isEven() {
        return extent % windows == 0;
    }

    /** The first position of a window. */
    public long begin(long window) {
        // i·e/n taken apart into i·⌊e/n⌋ + i·(e mod n)/n, so that no product exceeds the extent or n².
        return window * (extent / windows) + window * (extent % windows) / windows;
    }

    /** The position after the last of a window. */
    public long end(long window) {
        return (window + 1) * (extent / windows) + ((window + 1) * (extent % windows) + windows - 1) / windows;
    }

    /** How many positions all windows take together, as often as they take them. */
    long taps() {
        long taps = 0;
        for (long window = 0; window < windows; window++) {
            taps = Math.addExact(taps, end(window) - begin(window));
        }
        return taps;
    }

    /** The most positions that a window takes. */
    public long largest() {
        long largest = 0;
        for (long window = 0; window < windows; window++) {
            largest = Math.max(largest, end(window) - begin(window));
        }
        return largest;
    }
}
