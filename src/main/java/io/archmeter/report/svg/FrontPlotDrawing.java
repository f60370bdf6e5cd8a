package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.FrontPlot;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;
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

    FrontPlotDrawing(FrontPlot plot) {
        this.plot = plot;
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
        drawAxes(svg);
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

    private void drawAxes(Markup svg) {
        Pen.text(svg, "strong", 0, 14, plot.up().title());
        Pen.text(svg, "strong end", LEFT + ACROSS, height() - 8, plot.across().title());
        for (Quantity tick : plot.across().ticks()) {
            int x = LEFT + place(tick, plot.across(), ACROSS);
            Pen.line(svg, "grid", x, TOP, x, TOP + UP);
            Pen.text(svg, "faint middle", x, TOP + UP + 18, tick.words());
        }
        for (Quantity tick : plot.up().ticks()) {
            int y = TOP + UP - place(tick, plot.up(), UP);
            Pen.line(svg, "grid", LEFT, y, LEFT + ACROSS, y);
            Pen.text(svg, "faint end", LEFT - 8, y + 4, tick.words());
        }
        svg.line();
    }

    private void draw(FrontPlot.Dot dot, String classes, int radius, Markup svg) {
        Pen.disc(
                svg,
                classes + " " + PaintClass.of(dot.paint()),
                x(dot),
                y(dot),
                radius,
                dot.label() + ": " + plot.across().title() + " " + dot.across().words() + ", "
                        + plot.up().title() + " " + dot.up().words());
    }

    /** From one to the next: straight, or in steps that no point lies beyond. */
    private String path(List<FrontPlot.Dot> dots) {
        StringBuilder path = new StringBuilder();
        for (FrontPlot.Dot dot : dots) {
            if (path.length() == 0) {
                path.append('M').append(x(dot)).append(' ').append(y(dot));
            } else if (plot.stepped()) {
                path.append('H').append(x(dot)).append('V').append(y(dot));
            } else {
                path.append('L').append(x(dot)).append(' ').append(y(dot));
            }
        }
        return path.toString();
    }

    private int x(FrontPlot.Dot dot) {
        return LEFT + place(dot.across(), plot.across(), ACROSS);
    }

    private int y(FrontPlot.Dot dot) {
        return TOP + UP - place(dot.up(), plot.up(), UP);
    }

    private static int place(Quantity amount, Scatter.Axis axis, int room) {
        long place = axis.logarithmic()
                ? AxisScale.logarithmic(amount.exact(), axis.first(), axis.last(), room)
                : Scale.position(amount.exact() - axis.first(), axis.last() - axis.first(), room);
        return Math.toIntExact(place);
    }
}
