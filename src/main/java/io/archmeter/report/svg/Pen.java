package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;

/** Elements that drawings have many of. */
final class Pen {
    private Pen() {}

    /** A text whose base line is at y; the classes say whether x is its begin, middle or end. */
    static void text(Markup svg, String classes, long x, long y, String text) {
        svg.open("text", classes).attribute("x", x).attribute("y", y).text(text).close();
    }

    /** A text that has some room; where not all of it fits, all of it is its title. */
    static void fitted(Markup svg, String classes, long x, long y, int room, String text) {
        String shown = Letters.endsOf(text, room);
        svg.open("text", classes).attribute("x", x).attribute("y", y);
        if (!shown.equals(text)) {
            svg.element("title", text);
        }
        svg.text(shown).close();
    }

    /**
     * A text that is turned about a point.
     *
     * @param degrees clockwise; -90 is from below upwards
     */
    static void turned(Markup svg, String classes, long x, long y, int degrees, String text) {
        svg.open("text", classes)
                .attribute("transform", "translate(" + x + " " + y + ") rotate(" + degrees + ")")
                .text(text)
                .close();
    }

    static void rect(Markup svg, String classes, long x, long y, long width, long height) {
        openRect(svg, classes, x, y, width, height).closeEmpty();
    }

    /** A rectangle that says what it is to who points at it. */
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

    /** A disc that says what it is to who points at it. */
    static void disc(Markup svg, String classes, long x, long y, long radius, String title) {
        svg.open("circle", classes)
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", radius)
                .element("title", title)
                .close();
    }

    static void line(Markup svg, String classes, long fromX, long fromY, long toX, long toY) {
        path(svg, classes, "M" + fromX + " " + fromY + "L" + toX + " " + toY);
    }

    /** Lines and shapes, in the words of SVG's paths. */
    static void path(Markup svg, String classes, String path) {
        svg.open("path", classes).attribute("d", path).closeEmpty();
    }
}
