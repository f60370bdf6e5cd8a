package io.archmeter.roofline;

import io.archmeter.op.Axis;

/** How many positions of an input the windows along an axis see. */
final class Touched {
    private Touched() {}

    /**
     * Those that any tap of any window falls on. Windows with holes are taken for whole ones.
     *
     * @param extent of the input
     * @param windows how many there are
     */
    static long by(Axis axis, long extent, long windows) {
        if (axis.dilation() > 1 || windows == 0) {
            return windows == 0 ? 0 : extent;
        }
        // Counted from the first zero of the padding, window w begins at w·stride.
        long begin = axis.padBegin();
        long end = Math.min(
                Math.addExact(extent, begin),
                Math.addExact(Math.multiplyExact(windows - 1, (long) axis.stride()), axis.kernel()));
        return Math.max(0, seenBefore(end, axis) - seenBefore(begin, axis));
    }

    /** Of the first positions, those that are less than a kernel after the begin of a window. */
    private static long seenBefore(long positions, Axis axis) {
        if (axis.kernel() >= axis.stride()) {
            return positions;
        }
        return positions / axis.stride() * axis.kernel() + Math.min(positions % axis.stride(), axis.kernel());
    }
}
