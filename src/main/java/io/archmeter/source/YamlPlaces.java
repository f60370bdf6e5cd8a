package io.archmeter.source;

import io.archmeter.problem.Span;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the marks of the engine stand in the file. The engine counts columns in code points, and byte order marks within a
 * line only sometimes; a {@link Span} counts what an editor counts, UTF-16 units.
 */
final class YamlPlaces {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final String text;
    private final boolean miscounted;
    /** Where each line begins, in code points; empty where the engine counts right. */
    private int[] lineStarts = {};
    /** Where the characters of two units stand, in code points. */
    private int[] wide = {};

    YamlPlaces(TextFile text) {
        this.file = text.name();
        this.text = text.text();
        this.miscounted = isMiscounted(text.text());
        if (miscounted) {
            count(text.text().codePoints().toArray());
        }
    }

    private static boolean isMiscounted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) || text.charAt(i) == BYTE_ORDER_MARK) {
                return true;
            }
        }
        return false;
    }

    private void count(int[] codePoints) {
        lineStarts = IntStream.rangeClosed(0, codePoints.length)
                .filter(i -> i == 0 || endsLine(codePoints, i - 1))
                .toArray();
        wide = IntStream.range(0, codePoints.length)
                .filter(i -> Character.isSupplementaryCodePoint(codePoints[i]))
                .toArray();
    }

    private static boolean endsLine(int[] codePoints, int i) {
        return codePoints[i] == '\n'
                || codePoints[i] == '\r' && (i + 1 == codePoints.length || codePoints[i + 1] != '\n');
    }

    Span of(Mark mark) {
        int column = mark.getColumn();
        if (miscounted) {
            int start = lineStarts[mark.getLine()];
            column = mark.getIndex() - start + wideBefore(mark.getIndex()) - wideBefore(start);
        }
        return new Span(file, mark.getLine() + 1, column + 1);
    }

    private int wideBefore(int index) {
        int found = Arrays.binarySearch(wide, index);
        return found < 0 ? -found - 1 : found;
    }

    Walk walk(Mark start) {
        return new Walk(start);
    }

    /** What an anchor or a tag stands before; the engine's mark is at the anchor or the tag. */
    Walk behindProperties(Mark start) {
        return new Walk(start).overProperties();
    }

    /** Goes on from a mark, through the text. */
    final class Walk {
        private int pointer;
        private int line;
        private int column;

        private Walk(Mark start) {
            this.pointer = start.getIndex() + wideBefore(start.getIndex());
            Span span = of(start);
            this.line = span.line();
            this.column = span.column();
        }

        Span span() {
            return new Span(file, line, column);
        }

        String character() {
            return Character.toString(here());
        }

        private int here() {
            return pointer < text.length() ? text.codePointAt(pointer) : 0;
        }

        private void step() {
            int units = Character.charCount(here());
            if (endsLineHere()) {
                line++;
                column = 1;
            } else {
                column += units;
            }
            pointer += units;
        }

        private boolean endsLineHere() {
            boolean paired = pointer + 1 < text.length() && text.charAt(pointer + 1) == '\n';
            return here() == '\n' || here() == '\r' && !paired;
        }

        /** Whether nothing but blanks stands before on this line, and one of them, or what stands here, is a tab. */
        boolean followsTab() {
            int start = Math.min(pointer, text.length() - 1);
            boolean tab = text.charAt(start) == '\t';
            for (int i = start - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
                if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                    return false;
                }
                tab |= text.charAt(i) == '\t';
            }
            return tab;
        }

        private boolean atBlank() {
            return here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r';
        }

        private boolean atEndOfLine() {
            return here() == 0 || endsLineHere();
        }

        private Walk overProperties() {
            while (here() == '&' || here() == '!' || here() == '#' || atBlank()) {
                if (here() == '#') {
                    toEndOfLine();
                } else if (atBlank()) {
                    step();
                } else {
                    toBlank();
                }
            }
            return this;
        }

        private void toBlank() {
            while (here() != 0 && !atBlank()) {
                step();
            }
        }

        private void toEndOfLine() {
            while (!atEndOfLine()) {
                step();
            }
        }

        String restOfLine() {
            int start = pointer;
            toEndOfLine();
            return text.substring(start, pointer);
        }

        /** From the {@code |} or {@code >} of a block to its first character. */
        Walk toBlockText() {
            toEndOfLine();
            while (atBlank()) {
                step();
            }
            return this;
        }
    }
}
