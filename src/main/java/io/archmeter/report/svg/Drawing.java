package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Picture;

/** How a picture looks: how large it is, in pixels at its natural size, and its elements. */
interface Drawing {
    int width();

    int height();

    /** Writes the elements of SVG, between 0 and the width, and 0 and the height. Colours are classes of {@code picture.css}. */
    void draw(Markup svg);

    /** Writes what a page's scripts show of the picture, and nobody sees without them; most have nothing of that kind. */
    default void describe(Markup page) {}

    /** The drawing of a picture. */
    static Drawing of(Picture picture) {
        if (picture instanceof BlocksOverSteps blocks) {
            return new BlocksDrawing(blocks);
        }
        if (picture instanceof GroupedBars bars) {
            return new GroupedBarsDrawing(bars);
        }
        throw new IllegalArgumentException("no drawing of " + picture.getClass());
    }
}
