package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Stencil;
import io.archmeter.exec.matrix.Strider;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.Arrays;

/**
 * How a channel of the input is laid out for a stencil: with its padding, and rows and columns in {@linkplain PhasedAxis phases}. Then
 * each tap is at one distance from the place of its window, whatever the window, the stride and the dilation, and all windows follow
 * each other but for some places between two rows, of which nothing is kept. A channel is laid out in bands of so many rows of windows
 * that they fit the nearer caches.
 */
final class PhasedPlane {
    /** Elements of a band, at most, if it has more than one row of windows. */
    private static final int BAND = 1 << 14;

    private final PhasedAxis down;
    private final PhasedAxis across;
    private final Strider strider;
    private final int pitch;
    private final int band;
    private final int[] offsets;

    /** @param strider copies the elements of a phase */
    PhasedPlane(PhasedAxis down, PhasedAxis across, Strider strider) {
        this.down = down;
        this.across = across;
        this.strider = strider;
        this.pitch = across.length(across.places());
        int rows = BAND / Math.max(1, pitch * down.phases() * across.phases()) - down.length(0);
        this.band = EvenSplit.size(down.windows(), Math.max(1, rows));
        this.offsets = new int[down.taps() * across.taps()];
        for (int tap = 0; tap < offsets.length; tap++) {
            int above = tap / across.taps();
            int left = tap % across.taps();
            offsets[tap] = begin(down.phaseOfTap(above), down.shiftOfTap(above), across.phaseOfTap(left))
                    + across.shiftOfTap(left);
        }
    }

    /** Rows of windows in a band. */
    int band() {
        return band;
    }

    /** From the place of a window to those of its taps, the last axis fastest. */
    int[] offsets() {
        return offsets;
    }

    /** From the place of a window to that of the one below. */
    int pitch() {
        return pitch;
    }

    /** From the place of the first window of a band to after that of the last. */
    int places(int rows) {
        return (rows - 1) * pitch + across.places();
    }

    /** Elements of a band. */
    int elements() {
        return down.phases() * down.length(band) * across.phases() * pitch + Stencil.SLACK;
    }

    private int begin(int phaseDown, int row, int phaseAcross) {
        return ((phaseDown * across.phases() + phaseAcross) * down.length(band) + row) * pitch;
    }

    /** Makes a band 0, once before the first is laid out. */
    void clear(float[] plane) {
        Arrays.fill(plane, 0, elements(), 0);
    }

    /** Whether a band is all of a channel. Then padding lies in the same places for each channel, and stays 0. */
    private boolean isWhole() {
        return band == down.windows();
    }

    /** Lays out what lies under some rows of windows of the channel that begins at {@code from}. */
    void fill(float[] x, int from, int firstRow, int rows, float[] plane) {
        for (int phaseDown = 0; phaseDown < down.phases(); phaseDown++) {
            for (int row = 0; row < down.length(rows); row++) {
                int position = down.position(phaseDown, firstRow + row);
                boolean inside = position >= 0 && position < down.extent();
                for (int phase = 0; phase < across.phases(); phase++) {
                    int to = begin(phaseDown, row, phase);
                    if (inside) {
                        fill(x, from + position * across.extent(), phase, plane, to);
                    } else if (!isWhole()) {
                        Arrays.fill(plane, to, to + pitch, 0);
                    }
                }
            }
        }
    }

    /** One phase of a row that begins at {@code from}. */
    private void fill(float[] x, int from, int phase, float[] plane, int to) {
        int begin = Math.min(pitch, across.before(phase));
        int end = Math.max(begin, Math.min(pitch, across.end(phase)));
        if (!isWhole()) {
            Arrays.fill(plane, to, to + begin, 0);
            Arrays.fill(plane, to + end, to + pitch, 0);
        }
        if (begin < end) {
            int at = from + across.position(phase, begin);
            if (across.stride() == 1) {
                System.arraycopy(x, at, plane, to + begin, end - begin);
            } else {
                strider.copy(x, at, across.stride(), plane, to + begin, end - begin);
            }
        }
    }
}
