package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.InputWindow;
import io.archmeter.report.picture.ModuleMap;
import io.archmeter.report.picture.Picture;

/** How a picture looks: how large it is, in pixels at its natural size, and its elements. */
interface Drawing {
    int width();

    int height();

    /** Writes the elements of SVG, between 0 and the width, and 0 and the height. Colours are classes of {@code picture.css}. */
    void draw(Markup svg);

    /** Writes attributes of the element {@code svg} itself, for the script of a page. */
    default void writeAttributes(Markup svg) {}

    /** The drawing of a picture. */
    static Drawing of(Picture picture) {
        if (picture instanceof GroupedBars bars) {
            return new GroupedBarsDrawing(bars);
        }
        if (picture instanceof InputWindow window) {
            return new InputWindowDrawing(window);
        }
        if (picture instanceof ModuleMap map) {
            return new ModuleMapDrawing(map);
        }
        throw new IllegalArgumentException("no drawing of " + picture.getClass());
    }
}
