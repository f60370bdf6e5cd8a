package io.archmeter.cli;

import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.OneLine;
import io.archmeter.verify.Progress;

/** How far a verification is: one line that is written over and over, and is gone in the end. */
final class ProgressLine implements Progress, AutoCloseable {
    /** Back to the begin of the line, which is erased (ECMA-48, EL). */
    private static final String CLEAR = "\r\u001B[K";

    /** What fits on every terminal; a line that is broken could not be erased. */
    private static final int WIDTH = 79;

    private final Console console;
    private final String model;

    ProgressLine(Console console, String model) {
        this.console = console;
        this.model = model;
    }

    @Override
    public void begins(int number, int of, String layer) {
        String text = "verifying " + model + ": layer " + number + " of " + of + ", " + layer;
        print(CLEAR + OneLine.of(text, WIDTH, Glyphs.thatFit(console.charset())));
    }

    @Override
    public void close() {
        print(CLEAR);
    }

    private void print(String text) {
        if (console.terminal().err()) {
            console.err().print(text);
            console.err().flush();
        }
    }
}
