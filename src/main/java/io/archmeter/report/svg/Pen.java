package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/** Elements that drawings have many of. */
final class Pen {
    /** About as wide as two letters are at the size of a picture's text, rather too wide than too narrow. */
    private static final int TWO_LETTERS = 13;

    private static final int MOST_LINES = 2;

    private Pen() {}

    static void text(Markup svg, String classes, long x, long y, String text) {
        svg.open("text", classes).attribute("x", x).attribute("y", y).text(text).close();
    }

    /** A text that begins or ends at a place and has some room; what does not fit is left out of its middle, where names are alike. */
    static void fitted(Markup svg, String classes, long x, long y, int room, String text) {
        String shown = shortened(text, letters(room));
        svg.open("text", classes).attribute("x", x).attribute("y", y);
        if (!shown.equals(text)) {
            svg.element("title", text);
        }
        svg.text(shown).close();
    }

    /** A sentence in lines of so much room; of what does not fit into two of them, the end is left out. */
    static List<String> wrapped(String sentence, int room) {
        int letters = letters(room);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= MOST_LINES ? lines : List.of(lines.get(0), lines.get(1) + " …");
    }

    /** How many letters have room. */
    static int letters(int room) {
        return 2 * room / TWO_LETTERS;
    }

    /** How much room so many letters need. */
    static int room(int letters) {
        return (letters * TWO_LETTERS + 1) / 2;
    }

    /** The begin of a text of at most so many letters. */
    static String begin(String text, int letters) {
        int[] points = text.codePoints().toArray();
        return points.length <= letters ? text : new String(points, 0, Math.max(0, letters - 1)) + "…";
    }

    /** A text of at most so many letters, without some in its middle. */
    static String shortened(String text, int letters) {
        int[] points = text.codePoints().toArray();
        if (points.length <= letters) {
            return text;
        }
        int front = Math.max(1, letters / 2);
        int back = Math.max(0, letters - 1 - front);
        return new String(points, 0, front) + "…" + new String(points, points.length - back, back);
    }

    static void rect(Markup svg, String classes, long x, long y, long width, long height) {
        openRect(svg, classes, x, y, width, height).closeEmpty();
    }

    /** A rectangle that says what it is where somebody points at it. */
    static void rect(Markup svg, String classes, long x, long y, long width, long height, String title) {
        openRect(svg, classes, x, y, width, height).element("title", title).close();
    }

    private static Markup openRect(Markup svg, String classes, long x, long y, long width, long height) {
        return svg.open("rect", classes)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height);
    }

    /** Lines and shapes, in the words of SVG's paths. */
    static void path(Markup svg, String classes, String path) {
        svg.open("path", classes).attribute("d", path).closeEmpty();
    }
}
