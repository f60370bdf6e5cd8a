package io.archmeter.spec;

import io.archmeter.problem.Span;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the marks of the engine stand in the file. The engine counts columns in code points and leaves byte order marks out;
 * a {@link Span} counts what an editor counts, UTF-16 units.
 */
final class YamlPlaces {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    /** The characters that are one unit wider than the engine counts: their indices in code points, and their lines. */
    private final int[] wideIndices;

    private final int[] wideLines;

    YamlPlaces(SpecText text) {
        this.file = text.name();
        int wide = countWide(text.text());
        this.wideIndices = new int[wide];
        this.wideLines = new int[wide];
        if (wide > 0) {
            findWide(text.text());
        }
    }

    private static int countWide(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == BYTE_ORDER_MARK || Character.isHighSurrogate(unit)) {
                count++;
            }
        }
        return count;
    }

    private void findWide(String text) {
        int[] codePoints = text.codePoints().toArray();
        int line = 0;
        int found = 0;
        for (int i = 0; i < codePoints.length; i++) {
            if (endsLine(codePoints, i)) {
                line++;
            } else if (codePoints[i] > Character.MAX_VALUE || codePoints[i] == BYTE_ORDER_MARK) {
                wideIndices[found] = i;
                wideLines[found] = line;
                found++;
            }
        }
    }

    private static boolean endsLine(int[] codePoints, int i) {
        return codePoints[i] == '\n'
                || codePoints[i] == '\r' && (i + 1 == codePoints.length || codePoints[i + 1] != '\n');
    }

    Span of(Mark mark) {
        int wider =
                wideIndices.length == 0 ? 0 : lower(wideIndices, mark.getIndex()) - lower(wideLines, mark.getLine());
        return new Span(file, mark.getLine() + 1, mark.getColumn() + 1 + wider);
    }

    /** How many of the sorted numbers are below the bound. */
    private static int lower(int[] sorted, int bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Walk walk(Mark start) {
        return new Walk(start);
    }

    /** What an anchor or a tag stands before; the engine's mark is at the anchor or the tag. */
    Walk behindProperties(Mark start) {
        return new Walk(start).overProperties();
    }

    /** Goes on from a mark, through the text as the engine holds it. */
    final class Walk {
        private final int[] codePoints;
        private int pointer;
        private int line;
        private int column;

        private Walk(Mark start) {
            this.codePoints = start.getBuffer();
            this.pointer = start.getPointer();
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
            return pointer < codePoints.length ? codePoints[pointer] : 0;
        }

        private void step() {
            if (endsLine(codePoints, pointer)) {
                line++;
                column = 1;
            } else {
                column += Character.charCount(here());
            }
            pointer++;
        }

        /** Whether nothing but blanks stands before on this line, and one of them, or what stands here, is a tab. */
        boolean followsTab() {
            int start = Math.min(pointer, codePoints.length - 1);
            boolean tab = codePoints[start] == '\t';
            for (int i = start - 1; i >= 0 && codePoints[i] != '\n' && codePoints[i] != '\r'; i--) {
                if (codePoints[i] != ' ' && codePoints[i] != '\t') {
                    return false;
                }
                tab |= codePoints[i] == '\t';
            }
            return tab;
        }

        private boolean atBlank() {
            return here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r';
        }

        private boolean atEndOfLine() {
            return here() == 0 || endsLine(codePoints, pointer);
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
