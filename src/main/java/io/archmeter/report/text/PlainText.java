package io.archmeter.report.text;

import io.archmeter.problem.Visible;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What others have written, made fit for a line on a terminal. */
public final class PlainText {
    private PlainText() {}

    /** A text on one line, with codes in place of what cannot be seen: a name must neither break the line nor steer the terminal. */
    public static String of(String text) {
        return Visible.of(isOnOneLine(text) ? text : joined(text));
    }

    /** A text with codes in place of what cannot be seen, whose lines stay lines: whoever joins names to it has made each of them one line. */
    public static String ofLines(String text) {
        if (text.indexOf('\n') < 0) {
            return Visible.of(text);
        }
        return Arrays.stream(text.split("\n", -1)).map(Visible::of).collect(Collectors.joining("\n"));
    }

    private static boolean isOnOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0;
    }

    /** The lines of a title, joined by blanks. */
    private static String joined(String text) {
        return text.replace("\r\n", " ")
                .replace('\n', ' ')
                .replace('\r', ' ')
                .replace('\t', ' ')
                .strip();
    }
}
