package io.archmeter.report;

import java.io.IOException;
import java.io.Writer;

/** Sentences, in lines that fit the page; all but the first are indented. */
final class Wrapped {
    private static final String INDENT = "  ";

    private Wrapped() {}

    static void write(String sentence, Page page, Writer out) throws IOException {
        String indent = "";
        StringBuilder line = new StringBuilder();
        for (String word : page.glyphs().translate(sentence).split(" ")) {
            if (line.length() > indent.length() && !page.fits(DisplayWidth.of(line + " " + word))) {
                out.append(line).append('\n');
                indent = INDENT;
                line.setLength(0);
                line.append(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        out.append(line).append('\n');
    }
}
