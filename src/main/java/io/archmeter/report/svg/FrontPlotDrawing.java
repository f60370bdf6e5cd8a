package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.FrontPlot;
import java.util.List;

/** Small dots between two axes, and over them the line of the best. */
final class FrontPlotDrawing implements Drawing {
    private static final int LEFT = 78;
    private static final int RIGHT = 30;
    private static final int TOP = 34;
    private static final int BELOW = 48;
    private static final int ACROSS = 720;
    private static final int UP = 430;
    private static final int SMALL = 3;
    private static final int LARGE = 5;

    private final FrontPlot plot;
    private final Plane plane;

    FrontPlotDrawing(FrontPlot plot) {
        this.plot = plot;
        this.plane = new Plane(LEFT, TOP, ACROSS, UP, plot.across(), plot.up());
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        return LEFT + ACROSS + RIGHT;
    }

    @Override
    public int height() {
        return TOP + UP + BELOW;
    }

    @Override
    public void draw(Markup svg) {
        plane.drawAxes(height(), svg);
        for (FrontPlot.Dot dot : plot.others()) {
            draw(dot, "dot", SMALL, svg);
        }
        svg.line();
        if (plot.best().size() > 1) {
            Pen.path(svg, "front", path(plot.best()));
        }
        for (FrontPlot.Dot dot : plot.best()) {
            draw(dot, "disc", LARGE, svg);
        }
        svg.line();
    }

    private void draw(FrontPlot.Dot dot, String classes, int radius, Markup svg) {
        Pen.disc(
                svg,
                classes + " " + PaintClass.of(dot.paint()),
                plane.x(dot.across()),
                plane.y(dot.up()),
                radius,
                dot.label() + ": " + plot.across().title() + " " + dot.across().words() + ", "
                        + plot.up().title() + " " + dot.up().words());
    }

    /** From one to the next: straight, or in steps that no point lies beyond. */
    private String path(List<FrontPlot.Dot> dots) {
        StringBuilder path = new StringBuilder();
        for (FrontPlot.Dot dot : dots) {
            if (path.length() == 0) {
                path.append('M').append(plane.x(dot.across())).append(' ').append(plane.y(dot.up()));
            } else if (plot.stepped()) {
                path.append('H').append(plane.x(dot.across())).append('V').append(plane.y(dot.up()));
            } else {
                path.append('L').append(plane.x(dot.across())).append(' ').append(plane.y(dot.up()));
            }
        }
        return path.toString();
    }
}
