package io.archmeter.problem;

import java.util.Comparator;

/**
 * A place in a text: lines and columns count from 1, columns in UTF-16 units as most editors show them. Line 0 means the
 * file as a whole (it is missing, or not a text).
 *
 * @since 0.1.0
 */
public record Span(String file, int line, int column) {
    /** Places in the order of a reader: by file, line and column. */
    public static final Comparator<Span> IN_ORDER = (a, b) -> {
        int byFile = a.file.compareTo(b.file);
        int byLine = byFile == 0 ? Integer.compare(a.line, b.line) : byFile;
        return byLine == 0 ? Integer.compare(a.column, b.column) : byLine;
    };

    public Span {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("no such place: " + file + ":" + line + ":" + column);
        }
    }

    /** The file as a whole. */
    public static Span of(String file) {
        return new Span(file, 0, 0);
    }

    /** The place that many columns to the right, on the same line. */
    public Span plus(int columns) {
        return new Span(file, line, column + columns);
    }

    /** For who knows the file: {@code 3:26}. */
    public String lineAndColumn() {
        return line + ":" + column;
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + lineAndColumn();
    }
}
