package io.archmeter.report.check;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A text in pieces that has at most some bytes of UTF-8: what does not fit is left out, and said to be. */
final class BoundedText {
    private static final String CUT = "\n(cut here: the rest does not fit; --format json has all of it)\n";

    private final StringBuilder text = new StringBuilder();
    private final int most;
    private int bytes;
    private boolean cut;
    private String closing = "";

    /**
     * An empty one.
     *
     * @param most how many bytes it may have
     */
    BoundedText(int most) {
        this.most = most - bytes(CUT);
    }

    /** Adds a piece, whole or not at all; after one that did not fit, nothing is added. */
    void add(String piece) {
        int more = bytes(piece);
        cut |= bytes + more + bytes(closing) > most;
        if (!cut) {
            text.append(piece);
            bytes += more;
        }
    }

    /** Adds a piece that needs another one at its end, which has its room from now on. */
    void open(String piece, String end) {
        add(piece + end);
        if (!cut) {
            text.setLength(text.length() - end.length());
            bytes -= bytes(end);
            closing = end;
        }
    }

    /** Adds the end of what was opened. */
    void close() {
        text.append(closing);
        bytes += bytes(closing);
        closing = "";
    }

    void writeTo(Writer out) throws IOException {
        out.append(text).append(cut ? CUT : "");
    }

    private static int bytes(String piece) {
        return piece.getBytes(StandardCharsets.UTF_8).length;
    }
}
