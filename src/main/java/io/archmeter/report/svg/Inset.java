package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;

/** A drawing with a margin, so that nothing touches the edge where it stands alone. */
record Inset(Drawing drawing) implements Drawing {
    private static final int MARGIN = 8;

    @Override
    public PageResource style() {
        return drawing.style();
    }

    @Override
    public int width() {
        return drawing.width() + 2 * MARGIN;
    }

    @Override
    public int height() {
        return drawing.height() + 2 * MARGIN;
    }

    @Override
    public void draw(Markup svg) {
        svg.open("g").attribute("transform", "translate(" + MARGIN + " " + MARGIN + ")");
        svg.line();
        drawing.draw(svg);
        svg.close();
    }
}
