package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.tensor.Tensor;
import java.util.Arrays;

/** Rows of an image with its channels side by side, and the way there and back: an element is followed by the same one of the next channel. */
final class ChannelRows {
    /** Channels that are turned together: with the elements of some tiles they stay in the first and second cache. */
    static final int CHANNELS = 64;

    /** From an element to the next: not a power of 2, or they would compete for the same lines of a cache. */
    static final int RIGHT = CHANNELS + 16;

    private static final int TOGETHER = 8;

    private final float[] elements;
    private final int down;

    /**
     * @param elements room for them
     * @param columns elements of a row
     */
    ChannelRows(float[] elements, int columns) {
        this.elements = elements;
        this.down = columns * RIGHT;
    }

    float[] elements() {
        return elements;
    }

    /** From a row to the next. */
    int down() {
        return down;
    }

    /** Reads part of a row of some channels; what lies beside the image is 0. */
    void read(Tensor x, int image, int channel, int channels, int line, int column, int row, int columns) {
        int to = row * down;
        if (line < 0 || line >= x.extent(2)) {
            Arrays.fill(elements, to, to + columns * RIGHT, 0);
            return;
        }
        int begin = Math.min(Math.max(0, -column), columns);
        int end = Math.max(begin, Math.min(columns, x.extent(3) - column));
        Arrays.fill(elements, to, to + begin * RIGHT, 0);
        Arrays.fill(elements, to + end * RIGHT, to + columns * RIGHT, 0);
        int from = x.offset() + ((image * x.channels() + channel) * x.extent(2) + line) * x.extent(3) + column;
        int count = end - begin;
        from += begin;
        to += begin * RIGHT;
        int c = 0;
        for (; c + TOGETHER <= channels; c += TOGETHER) {
            turn(x.data(), from + c * x.positions(), x.positions(), elements, to + c, count);
        }
        for (; c < channels; c++) {
            for (int i = 0; i < count; i++) {
                elements[to + c + i * RIGHT] = x.data()[from + c * x.positions() + i];
            }
        }
    }

    /** Eight channels, so that what is written lies side by side. */
    private static void turn(float[] from, int begin, int plane, float[] to, int at, int count) {
        int second = begin + plane;
        int third = second + plane;
        int fourth = third + plane;
        int fifth = fourth + plane;
        int sixth = fifth + plane;
        int seventh = sixth + plane;
        int eighth = seventh + plane;
        for (int i = 0; i < count; i++) {
            int target = at + i * RIGHT;
            to[target] = from[begin + i];
            to[target + 1] = from[second + i];
            to[target + 2] = from[third + i];
            to[target + 3] = from[fourth + i];
            to[target + 4] = from[fifth + i];
            to[target + 5] = from[sixth + i];
            to[target + 6] = from[seventh + i];
            to[target + 7] = from[eighth + i];
        }
    }

    /** Writes part of a row of some channels. */
    void write(Tensor y, int image, int channel, int channels, int line, int column, int row, int columns) {
        int to = y.offset() + ((image * y.channels() + channel) * y.extent(2) + line) * y.extent(3) + column;
        int from = row * down;
        int c = 0;
        for (; c + TOGETHER <= channels; c += TOGETHER) {
            turnBack(elements, from + c, y.data(), to + c * y.positions(), y.positions(), columns);
        }
        for (; c < channels; c++) {
            for (int i = 0; i < columns; i++) {
                y.data()[to + c * y.positions() + i] = elements[from + c + i * RIGHT];
            }
        }
    }

    private static void turnBack(float[] from, int begin, float[] to, int at, int plane, int count) {
        int second = at + plane;
        int third = second + plane;
        int fourth = third + plane;
        int fifth = fourth + plane;
        int sixth = fifth + plane;
        int seventh = sixth + plane;
        int eighth = seventh + plane;
        for (int i = 0; i < count; i++) {
            int source = begin + i * RIGHT;
            to[at + i] = from[source];
            to[second + i] = from[source + 1];
            to[third + i] = from[source + 2];
            to[fourth + i] = from[source + 3];
            to[fifth + i] = from[source + 4];
            to[sixth + i] = from[source + 5];
            to[seventh + i] = from[source + 6];
            to[eighth + i] = from[source + 7];
        }
    }
}
