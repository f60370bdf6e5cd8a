package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Agreement;
import io.archmeter.report.picture.BeforeAfter;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.Curves;
import io.archmeter.report.picture.FrontPlot;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Headroom;
import io.archmeter.report.picture.Heaviest;
import io.archmeter.report.picture.InputWindow;
import io.archmeter.report.picture.LayerBars;
import io.archmeter.report.picture.LayerChanges;
import io.archmeter.report.picture.ModuleMap;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.ParallelAxes;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Scatter;
import io.archmeter.report.picture.StackedShares;
import io.archmeter.report.picture.Waterfall;

/** How a picture looks: how large it is, in pixels at its natural size, and its elements. */
interface Drawing {
    /** Its own style, whose name is its class: what it calls its elements means nothing elsewhere. */
    PageResource style();

    int width();

    int height();

    /** Writes the elements of SVG, between 0 and the width, and 0 and the height. Colours are classes of {@code picture.css} and of its own style. */
    void draw(Markup svg);

    /** Writes the same for a page, with what its scripts need to change it. */
    default void drawInPage(Markup svg) {
        draw(svg);
    }

    /** Writes attributes of the element that holds it in a page: what it is for who cannot see it, and what scripts ask of it. */
    default void describeInPage(Markup svg) {
        svg.attribute("role", "img");
    }

    /** Writes what a page's scripts show of the picture, and nobody sees without them; most have nothing of that kind. */
    default void describe(Markup page) {}

    /** The drawing of a picture. */
    static Drawing of(Picture picture) {
        if (picture instanceof Agreement agreement) {
            return new AgreementDrawing(agreement);
        }
        if (picture instanceof BeforeAfter figures) {
            return new BeforeAfterDrawing(figures);
        }
        if (picture instanceof BlocksOverSteps blocks) {
            return new BlocksDrawing(blocks);
        }
        if (picture instanceof Curves curves) {
            return new Inset(new CurvesDrawing(curves));
        }
        if (picture instanceof FrontPlot front) {
            return new Inset(new FrontPlotDrawing(front));
        }
        if (picture instanceof GroupedBars bars) {
            return new GroupedBarsDrawing(bars);
        }
        if (picture instanceof Headroom headroom) {
            return new HeadroomDrawing(headroom);
        }
        if (picture instanceof Heaviest heaviest) {
            return new HeaviestDrawing(heaviest);
        }
        if (picture instanceof InputWindow window) {
            return new InputWindowDrawing(window);
        }
        if (picture instanceof LayerBars bars) {
            return new Inset(new LayerBarsDrawing(bars));
        }
        if (picture instanceof LayerChanges changes) {
            return new LayerChangesDrawing(changes);
        }
        if (picture instanceof ModuleMap map) {
            return new ModuleMapDrawing(map);
        }
        if (picture instanceof NetworkDrawing network) {
            return new NetworkGraph(network);
        }
        if (picture instanceof ParallelAxes parallel) {
            return new Inset(new ParallelAxesDrawing(parallel));
        }
        if (picture instanceof Scatter scatter) {
            return new Inset(new ScatterDrawing(scatter));
        }
        if (picture instanceof StackedShares shares) {
            return new Inset(new StackedSharesDrawing(shares));
        }
        if (picture instanceof Waterfall waterfall) {
            return new WaterfallDrawing(waterfall);
        }
        throw new IllegalArgumentException("no drawing of " + picture.getClass());
    }
}
