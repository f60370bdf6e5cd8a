package io.archmeter.report.text;

import java.util.ArrayList;
import java.util.List;

/** Sentences, in lines that fit the page; all but the first are indented. No line ends between a number and its unit. */
public final class Wrapped {
    private static final String INDENT = "  ";

    private Wrapped() {}

    /** A sentence that begins a line. */
    public static List<String> lines(String sentence, Page page) {
        return lines(sentence, "", INDENT, page);
    }

    /** A sentence that belongs to the one above. */
    public static List<String> indented(String sentence, Page page) {
        return lines(sentence, INDENT.repeat(2), INDENT.repeat(3), page);
    }

    /**
     * A sentence with its own indents.
     *
     * @param first what the first line begins with
     * @param others what the others begin with
     */
    public static List<String> lines(String sentence, String first, String others, Page page) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        int indent = first.length();
        int width = DisplayWidth.of(first);
        for (String word : words(page.glyphs().translate(sentence))) {
            // Counted on, and not anew for each word: a line may be a megabyte long.
            int columns = DisplayWidth.of(word);
            if (line.length() > indent && !page.fits(width + 1 + columns)) {
                lines.add(line.toString().stripTrailing());
                indent = others.length();
                line.setLength(0);
                line.append(others);
                width = DisplayWidth.of(others);
            }
            String blank = line.length() > indent ? " " : "";
            line.append(blank).append(word);
            width += blank.length() + columns;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** {@code 1.3 MiB} is one word. */
    private static List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        for (String word : sentence.split(" ")) {
            int last = words.size() - 1;
            if (last >= 0 && Readable.isUnit(word) && endsInDigit(words.get(last))) {
                words.set(last, words.get(last) + " " + word);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean endsInDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
    }
}
