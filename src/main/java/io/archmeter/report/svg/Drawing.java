package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.LayerBars;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Scatter;
import io.archmeter.report.picture.StackedShares;

/** How a picture looks: how large it is, in pixels at its natural size, and its elements. */
interface Drawing {
    int width();

    int height();

    /** Writes the elements of SVG, between 0 and the width, and 0 and the height. Colours are classes of {@code picture.css}. */
    void draw(Markup svg);

    /** The drawing of a picture. */
    static Drawing of(Picture picture) {
        if (picture instanceof GroupedBars bars) {
            return new Inset(new GroupedBarsDrawing(bars));
        }
        if (picture instanceof LayerBars bars) {
            return new Inset(new LayerBarsDrawing(bars));
        }
        if (picture instanceof StackedShares shares) {
            return new Inset(new StackedSharesDrawing(shares));
        }
        if (picture instanceof Scatter scatter) {
            return new Inset(new ScatterDrawing(scatter));
        }
        throw new IllegalArgumentException("no drawing of " + picture.getClass());
    }
}
