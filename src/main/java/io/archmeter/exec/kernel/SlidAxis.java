package io.archmeter.exec.kernel;

import io.archmeter.op.Axis;

/**
 * One axis of a pool, padded so that every window lies wholly in it, and in whole strides.
 *
 * @param extent of the input
 * @param before elements of padding before the input
 * @param windows how many there are
 * @param strides windows that the padded extent has room for, wherever they end
 */
record SlidAxis(int extent, int before, int windows, int stride, int strides, int taps, int dilation) {
    static SlidAxis of(Axis axis, int extent, int[] starts) {
        long end = axis.padBegin() + (long) extent;
        for (int start : starts) {
            end = Math.max(end, axis.padBegin() + start + (axis.kernel() - 1L) * axis.dilation() + 1);
        }
        int strides = Math.toIntExact((end + axis.stride() - 1) / axis.stride());
        return new SlidAxis(
                extent, axis.padBegin(), starts.length, axis.stride(), strides, axis.kernel(), axis.dilation());
    }

    int padded() {
        return strides * stride;
    }

    /** Where the first window has a tap. */
    int position(int tap) {
        return tap * dilation;
    }
}
