package io.archmeter.exec.kernel;

import io.archmeter.op.Axis;
import java.util.Arrays;

/** Where the windows of one axis begin: found by sliding the window until it falls off, and never by a formula. */
final class Slide {
    private Slide() {}

    /** The first element of each window that lies wholly on the input and its padding; negative on padding. */
    static int[] starts(int extent, Axis axis) {
        int[] starts = new int[extent + axis.padBegin() + axis.padEnd()];
        int windows = 0;
        int start = -axis.padBegin();
        while (start + (axis.kernel() - 1) * axis.dilation() < extent + axis.padEnd()) {
            starts[windows++] = start;
            start += axis.stride();
        }
        return Arrays.copyOf(starts, windows);
    }
}
