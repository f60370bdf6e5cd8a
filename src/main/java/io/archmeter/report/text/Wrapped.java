package io.archmeter.report.text;

import java.io.IOException;
import java.io.Writer;

/** Sentences, in lines that fit the page; all but the first are indented. */
public final class Wrapped {
    private static final String INDENT = "  ";

    private Wrapped() {}

    /**
     * A sentence that begins a line.
     *
     * @throws IOException as the writer throws it
     */
    public static void write(String sentence, Page page, Writer out) throws IOException {
        write(sentence, "", INDENT, page, out);
    }

    /**
     * A sentence that belongs to the one above.
     *
     * @throws IOException as the writer throws it
     */
    public static void writeIndented(String sentence, Page page, Writer out) throws IOException {
        write(sentence, INDENT.repeat(2), INDENT.repeat(3), page, out);
    }

    private static void write(String sentence, String first, String others, Page page, Writer out) throws IOException {
        String indent = first;
        StringBuilder line = new StringBuilder(first);
        for (String word : page.glyphs().translate(sentence).split(" ")) {
            if (line.length() > indent.length() && !page.fits(DisplayWidth.of(line + " " + word))) {
                out.append(line).append('\n');
                indent = others;
                line.setLength(0);
                line.append(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        out.append(line).append('\n');
    }
}
