package io.archmeter.op;

import java.util.Arrays;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A window that is slid by hand: each position is stepped to and each tap looked at, and nothing is divided. One element of
 * each array for each spatial axis.
 */
final class SlidWindow {
    /** What was counted over one channel. */
    record Taps(long all, long onInput, long windows) {}

    final int batch;
    final int[] extent;
    final int[] kernel;
    final int[] stride;
    final int[] dilation;
    final int[] begin;
    final int[] end;

    SlidWindow(Random random, int rank, int mostDilation) {
        batch = 1 + random.nextInt(2);
        extent = random.ints(rank, 1, 11).toArray();
        kernel = random.ints(rank, 1, 5).toArray();
        stride = random.ints(rank, 1, 5).toArray();
        dilation = random.ints(rank, 1, mostDilation + 1).toArray();
        begin = random.ints(rank, -3, 4).map(pad -> Math.max(pad, 0)).toArray();
        end = random.ints(rank, -3, 4).map(pad -> Math.max(pad, 0)).toArray();
    }

    /** Adds zeros after and before in turn, until there is a window for each stride of the input. */
    void padToSame() {
        Arrays.fill(begin, 0);
        Arrays.fill(end, 0);
        for (int a = 0; a < extent.length; a++) {
            int wanted = 0;
            for (int at = 0; at < extent[a]; at += stride[a]) {
                wanted++;
            }
            while (starts(a, Rounding.FLOOR).length < wanted) {
                if (end[a] == begin[a]) {
                    end[a]++;
                } else {
                    begin[a]++;
                }
            }
        }
    }

    /** Where the windows begin, along each axis. */
    int[][] starts(Rounding rounding) {
        int[][] starts = new int[extent.length][];
        for (int a = 0; a < extent.length; a++) {
            starts[a] = starts(a, rounding);
        }
        return starts;
    }

    private int[] starts(int axis, Rounding rounding) {
        int[] starts = {};
        for (int start = -begin[axis]; goesOn(axis, start, rounding); start += stride[axis]) {
            starts = Arrays.copyOf(starts, starts.length + 1);
            starts[starts.length - 1] = start;
        }
        boolean lastBehind = starts.length > 0 && starts[starts.length - 1] >= extent[axis];
        boolean clips = rounding == Rounding.CEIL || (rounding == Rounding.CAFFE && anyPadding());
        return lastBehind && clips ? Arrays.copyOf(starts, starts.length - 1) : starts;
    }

    /** A whole window must fit; one that may hang over is taken where the one before it has not seen everything. */
    private boolean goesOn(int axis, int start, Rounding rounding) {
        int all = extent[axis] + end[axis];
        return rounding == Rounding.FLOOR ? start + span(axis) <= all : start - stride[axis] + span(axis) < all;
    }

    private boolean anyPadding() {
        return Arrays.stream(begin).sum() + Arrays.stream(end).sum() > 0;
    }

    /** From the first tap to after the last. */
    private int span(int axis) {
        int last = 0;
        for (int tap = 1; tap < kernel[axis]; tap++) {
            last += dilation[axis];
        }
        return last + 1;
    }

    /** Whether a window could lie wholly before the input or after it. */
    boolean reachesBeside() {
        boolean beside = false;
        for (int a = 0; a < extent.length; a++) {
            int lastTapOfFirst = -begin[a] + span(a) - 1;
            int firstTapOfLast = extent[a] + end[a] - span(a);
            beside |= lastTapOfFirst < 0 || firstTapOfLast >= extent[a];
        }
        return beside;
    }

    /** Looks at every tap of every window. */
    Taps count(int[][] starts) {
        long all = 0;
        long onInput = 0;
        long windows = 0;
        int[] window = new int[extent.length];
        do {
            windows++;
            int[] tap = new int[extent.length];
            do {
                all++;
                onInput += isOnInput(starts, window, tap) ? 1 : 0;
            } while (step(tap, kernel));
        } while (step(window, lengths(starts)));
        return new Taps(all, onInput, windows);
    }

    private boolean isOnInput(int[][] starts, int[] window, int[] tap) {
        for (int a = 0; a < extent.length; a++) {
            int at = starts[a][window[a]];
            for (int t = 0; t < tap[a]; t++) {
                at += dilation[a];
            }
            if (at < 0 || at >= extent[a]) {
                return false;
            }
        }
        return true;
    }

    /** Counts on as a mileage counter does; false where it is back at zero. */
    private static boolean step(int[] counter, int[] limits) {
        for (int a = counter.length - 1; a >= 0; a--) {
            if (++counter[a] < limits[a]) {
                return true;
            }
            counter[a] = 0;
        }
        return false;
    }

    static int[] lengths(int[][] starts) {
        return Arrays.stream(starts).mapToInt(axis -> axis.length).toArray();
    }

    /** The padding as a spec lists it: all begins, then all ends. */
    String pads() {
        int[] both = Arrays.copyOf(begin, begin.length + end.length);
        System.arraycopy(end, 0, both, begin.length, end.length);
        return Arrays.toString(both);
    }

    /** The window as {@link Layer#reach} writes it. */
    String reach() {
        StringJoiner axes = new StringJoiner(" ");
        for (int a = 0; a < extent.length; a++) {
            String taps = dilation[a] == 1 ? "" + kernel[a] : kernel[a] + "*" + dilation[a];
            axes.add(taps + "/" + stride[a] + "(" + begin[a] + "," + end[a] + ")");
        }
        return axes.toString();
    }

    /** A tensor of this batch, e.g. {@code 1x3x8x8}. */
    String shape(int channels, int[] spatial) {
        return batch + "x" + channels + "x"
                + Arrays.stream(spatial).mapToObj(String::valueOf).collect(Collectors.joining("x"));
    }
}
