package io.archmeter.exec.kernel.conv;

import java.util.Arrays;

/**
 * An axis of the input of a convolution with its padding, taken apart by strides: a phase holds every stride-th element, so that where
 * a tap falls in one window and in the next lies side by side. Where windows are near each other the axis stays whole, and what is
 * computed between two of them is left out: with vectors that takes less time than to take it apart.
 */
final class PhasedAxis {
    private static final int NEAR = 2;

    private final int extent;
    private final int windows;
    private final int stride;
    private final int apart;
    private final int padding;
    private final int[] phases;
    private final int[] phaseOfTap;
    private final int[] shiftOfTap;
    private final int longestShift;
    private final long onInput;

    private PhasedAxis(Windows all, int axis, int stride) {
        this.extent = all.extent(axis);
        this.windows = all.windows(axis);
        this.stride = stride;
        this.apart = all.stride(axis) / stride;
        int taps = all.taps(axis);
        this.padding = windows == 0 ? 0 : Math.toIntExact(-all.position(axis, 0, 0));
        int[] reach = new int[taps];
        Arrays.setAll(reach, tap -> windows == 0 ? 0 : Math.toIntExact(all.position(axis, 0, tap) + padding));
        this.phases = Arrays.stream(reach).map(at -> at % stride).distinct().toArray();
        this.shiftOfTap = Arrays.stream(reach).map(at -> at / stride).toArray();
        this.phaseOfTap =
                Arrays.stream(reach).map(at -> indexOf(phases, at % stride)).toArray();
        this.longestShift = Arrays.stream(shiftOfTap).max().orElse(0);
        long count = 0;
        for (int window = 0; window < windows; window++) {
            for (int tap = 0; tap < taps; tap++) {
                long position = all.position(axis, window, tap);
                count += position >= 0 && position < extent ? 1 : 0;
            }
        }
        this.onInput = count;
    }

    private PhasedAxis() {
        this.extent = 1;
        this.windows = 1;
        this.stride = 1;
        this.apart = 1;
        this.padding = 0;
        this.phases = new int[1];
        this.phaseOfTap = new int[1];
        this.shiftOfTap = new int[1];
        this.longestShift = 0;
        this.onInput = 1;
    }

    /** Taken apart. */
    static PhasedAxis apart(Windows all, int axis) {
        return new PhasedAxis(all, axis, all.stride(axis));
    }

    /** Taken apart where windows are so far from each other that it pays. */
    static PhasedAxis wholeIfNear(Windows all, int axis) {
        return new PhasedAxis(all, axis, all.stride(axis) <= NEAR ? 1 : all.stride(axis));
    }

    /** That of a line, which lies in one row. */
    static PhasedAxis ofOne() {
        return new PhasedAxis();
    }

    private static int indexOf(int[] numbers, int number) {
        int index = 0;
        while (numbers[index] != number) {
            index++;
        }
        return index;
    }

    int extent() {
        return extent;
    }

    int windows() {
        return windows;
    }

    /** From an element of a phase to the next, along the axis. */
    int stride() {
        return stride;
    }

    /** Places from a window to the next. */
    int apart() {
        return apart;
    }

    /** Places from the first window to after the last. */
    int places() {
        return windows == 0 ? 0 : (windows - 1) * apart + 1;
    }

    int taps() {
        return phaseOfTap.length;
    }

    /** How many phases have elements on which taps fall. */
    int phases() {
        return phases.length;
    }

    int phaseOfTap(int tap) {
        return phaseOfTap[tap];
    }

    /** In its phase, from where the tap falls in the window that begins first to the phase's first element. */
    int shiftOfTap(int tap) {
        return shiftOfTap[tap];
    }

    /** Elements of a phase on which taps fall from so many places. */
    int length(int places) {
        return places + longestShift;
    }

    /** Where an element of a phase lies along the axis; beside the extent: on padding. */
    int position(int phase, int element) {
        return phases[phase] + element * stride - padding;
    }

    /** How many elements of a phase lie on the padding before the input. */
    int before(int phase) {
        return (Math.max(0, padding - phases[phase]) + stride - 1) / stride;
    }

    /** How many elements of a phase lie before the end of the input, those on the padding before it among them. */
    int end(int phase) {
        return (Math.max(0, extent + padding - phases[phase]) + stride - 1) / stride;
    }

    /** Pairs of a window and a tap of which the tap falls on the input. */
    long onInput() {
        return onInput;
    }
}
