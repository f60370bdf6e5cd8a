package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Panel;
import java.util.Arrays;

/**
 * Where one tap of neighbouring windows falls in a channel: on runs of elements, in as few pieces as there are, and on padding.
 * Window by window, these are the columns of a panel.
 */
final class Footprint {
    private static final int SHORT_RUN = 16;

    private final Windows windows;
    private final int axes;
    private final int last;

    // Lines of windows that differ in the last axis alone.
    private int lines;
    private final int[] lineWindow;
    private final int[] lineColumn;
    private final int[] lineCount;

    private int runs;
    private final int[] runColumn;
    private final int[] runFrom;
    private final int[] runCount;

    // The same column by column; what a column on padding reads is not used.
    private final int[] columnFrom;

    private int columns;
    private int onPadding;
    private final int[] paddedColumn;

    /**
     * @param capacity windows that it can take at a time
     */
    Footprint(Windows windows, int capacity) {
        this.windows = windows;
        this.axes = windows.axes();
        this.last = axes - 1;
        this.lineWindow = new int[capacity * axes];
        this.lineColumn = new int[capacity];
        this.lineCount = new int[capacity];
        this.runColumn = new int[capacity];
        this.runFrom = new int[capacity];
        this.runCount = new int[capacity];
        this.columnFrom = new int[capacity];
        this.paddedColumn = new int[capacity];
    }

    /** Takes the windows first … first + count − 1. */
    void place(int first, int count) {
        columns = count;
        lines = 0;
        for (int column = 0; column < count; column += lineCount[lines++]) {
            int window = first + column;
            for (int a = last; a >= 0; a--) {
                lineWindow[lines * axes + a] = window % windows.windows(a);
                window /= windows.windows(a);
            }
            lineColumn[lines] = column;
            lineCount[lines] = Math.min(count - column, windows.windows(last) - lineWindow[lines * axes + last]);
        }
    }

    /** How many of the windows have the tap on padding. */
    int onPadding() {
        return onPadding;
    }

    /** Finds where a tap falls. */
    void find(int tap) {
        runs = 0;
        onPadding = 0;
        int[] taps = new int[axes];
        int rest = tap;
        for (int a = last; a >= 0; a--) {
            taps[a] = rest % windows.taps(a);
            rest /= windows.taps(a);
        }
        for (int line = 0; line < lines; line++) {
            find(line, taps);
        }
        if (inPieces()) {
            spread();
        }
    }

    /** Whether the runs are so short that it takes longer to begin them than to copy them. */
    private boolean inPieces() {
        return runs * SHORT_RUN > columns;
    }

    private void spread() {
        Arrays.fill(columnFrom, 0, columns, 0);
        for (int r = 0; r < runs; r++) {
            for (int i = 0; i < runCount[r]; i++) {
                columnFrom[runColumn[r] + i] = runFrom[r] + i * windows.stride(last);
            }
        }
    }

    private void find(int line, int[] taps) {
        long from = 0;
        boolean beside = false;
        for (int a = 0; a < last; a++) {
            long position = windows.position(a, lineWindow[line * axes + a], taps[a]);
            beside |= position < 0 || position >= windows.extent(a);
            from = from * windows.extent(a) + position;
        }
        int first = lineWindow[line * axes + last];
        int begin = 0;
        int end = lineCount[line];
        while (begin < end && (beside || windows.position(last, first + begin, taps[last]) < 0)) {
            begin++;
        }
        while (end > begin && windows.position(last, first + end - 1, taps[last]) >= windows.extent(last)) {
            end--;
        }
        int column = lineColumn[line];
        pad(column, begin);
        if (begin < end) {
            from = from * windows.extent(last) + windows.position(last, first + begin, taps[last]);
            run(column + begin, (int) from, end - begin);
        }
        pad(column + end, lineCount[line] - end);
    }

    private void pad(int column, int count) {
        for (int i = 0; i < count; i++) {
            paddedColumn[onPadding++] = column + i;
        }
    }

    /** A run that goes on where the one before would is part of it; what lies between them is padding, and made zero afterwards. */
    private void run(int column, int from, int count) {
        if (runs > 0 && from - runFrom[runs - 1] == (long) (column - runColumn[runs - 1]) * windows.stride(last)) {
            runCount[runs - 1] = column + count - runColumn[runs - 1];
            return;
        }
        runColumn[runs] = column;
        runFrom[runs] = from;
        runCount[runs++] = count;
    }

    /** Whether the elements that the tap falls on lie side by side, and none is padding. */
    boolean isOneRun() {
        return runs == 1 && onPadding == 0 && windows.stride(last) == 1;
    }

    /** Where the first of them lies in a channel. */
    int first() {
        return runFrom[0];
    }

    /** Copies what the tap falls on into row {@code k} of a panel, from a channel that begins at {@code from}. */
    void copy(float[] source, int from, Panel panel, int k) {
        float[] row = panel.array(k);
        int at = panel.at(k);
        if (inPieces()) {
            for (int column = 0; column < columns; column++) {
                row[at + column] = source[from + columnFrom[column]];
            }
        } else {
            for (int r = 0; r < runs; r++) {
                panel.put(k, runColumn[r], source, from + runFrom[r], windows.stride(last), runCount[r]);
            }
        }
        for (int i = 0; i < onPadding; i++) {
            row[at + paddedColumn[i]] = 0;
        }
    }
}
