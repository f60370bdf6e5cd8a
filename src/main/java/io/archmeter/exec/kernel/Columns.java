package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.WindowPlacement;
import io.archmeter.op.Axis;
import io.archmeter.op.Window;

/** Which element of a plane is under each tap of each window: the windows of the first tap, row after row, then those of the next. */
final class Columns {
    static final int PADDING = -1;

    private Columns() {}

    /** Elements of a plane of height×width, or {@link #PADDING}. */
    static int[] of(int height, int width, Window window) {
        Axis down = window.axes().get(0);
        Axis across = window.axes().get(1);
        int[] tops = WindowPlacement.starts(height, down);
        int[] lefts = WindowPlacement.starts(width, across);
        int taps = WindowPlacement.taps(window);
        int[] elements = new int[Math.multiplyExact(taps, Math.multiplyExact(tops.length, lefts.length))];
        int next = 0;
        for (int tap = 0; tap < taps; tap++) {
            for (int top : tops) {
                int row = top + tap / across.kernel() * down.dilation();
                for (int left : lefts) {
                    int column = left + tap % across.kernel() * across.dilation();
                    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                    elements[next++] = inside ? row * width + column : PADDING;
                }
            }
        }
        return elements;
    }
}
