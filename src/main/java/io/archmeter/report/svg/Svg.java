package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Picture;

/** Pictures as SVG 1.1, in a page or alone. */
public final class Svg {
    private Svg() {}

    /** Writes a picture into a page, which has the style. */
    public static void inPage(Picture picture, Markup page) {
        Drawing drawing = Drawing.of(picture);
        begin(picture, drawing, page);
        drawing.describeInPage(page);
        drawing.drawInPage(page);
        drawing.describe(page);
        page.close();
    }

    /** A picture that stands alone, with its style, its title and what it shows. */
    public static String alone(Picture picture) {
        Drawing drawing = Drawing.of(picture);
        Markup svg = new Markup();
        begin(picture, drawing, svg);
        svg.attribute("role", "img")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .line();
        svg.element("title", picture.title()).element("desc", picture.summary()).line();
        PageResource.PICTURE_STYLE.writeTo(svg);
        drawing.style().writeTo(svg);
        svg.open("rect", "paper")
                .attribute("width", "100%")
                .attribute("height", "100%")
                .closeEmpty()
                .line();
        drawing.draw(svg);
        return svg.line().close().line().finished();
    }

    private static void begin(Picture picture, Drawing drawing, Markup svg) {
        svg.open("svg", "picture " + drawing.style().scope())
                .attribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height())
                .attribute("width", drawing.width())
                .attribute("height", drawing.height())
                .attribute("aria-label", picture.title() + ". " + picture.summary());
    }
}
