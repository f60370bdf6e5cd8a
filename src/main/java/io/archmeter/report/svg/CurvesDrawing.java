package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Curves;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Quantity;

/** Small charts beside and below each other, a curve in each. */
final class CurvesDrawing implements Drawing {
    private static final int BESIDE = 2;
    private static final int LEFT = 74;
    private static final int RIGHT = 24;
    private static final int TOP = 34;
    private static final int BELOW = 34;
    private static final int ACROSS = 320;
    private static final int UP = 170;
    private static final int RADIUS = 3;
    private static final int MARKED_RADIUS = 5;

    private final Curves curves;

    CurvesDrawing(Curves curves) {
        this.curves = curves;
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        return Math.min(BESIDE, curves.curves().size()) * (LEFT + ACROSS + RIGHT);
    }

    @Override
    public int height() {
        return (curves.curves().size() + BESIDE - 1) / BESIDE * (TOP + UP + BELOW);
    }

    @Override
    public void draw(Markup svg) {
        for (int number = 0; number < curves.curves().size(); number++) {
            int left = number % BESIDE * (LEFT + ACROSS + RIGHT) + LEFT;
            int top = number / BESIDE * (TOP + UP + BELOW) + TOP;
            draw(curves.curves().get(number), PaintClass.of(Paint.series(number)), left, top, svg);
        }
    }

    private void draw(Curves.Curve curve, String paint, int left, int top, Markup svg) {
        Pen.text(svg, "strong", left, top - 16, curve.title());
        for (Quantity tick : curves.across().ticks()) {
            int x = left + place(tick, curves.across().end(), ACROSS);
            Pen.line(svg, "grid", x, top, x, top + UP);
            Pen.text(svg, "faint small middle", x, top + UP + 15, tick.words());
        }
        Pen.text(svg, "faint small end", left + ACROSS, top + UP + 28, curves.over());
        for (Quantity tick : curve.up().ticks()) {
            int y = top + UP - place(tick, curve.up().end(), UP);
            Pen.line(svg, "grid", left, y, left + ACROSS, y);
            Pen.text(svg, "faint small end", left - 6, y + 4, tick.words());
        }
        svg.line();
        curve.limit().ifPresent(limit -> drawLimit(limit, curve, left, top, svg));
        drawPoints(curve, paint, left, top, svg);
    }

    private static void drawLimit(Quantity limit, Curves.Curve curve, int left, int top, Markup svg) {
        int y = top + UP - place(limit, curve.up().end(), UP);
        Pen.line(svg, "limit", left, y, left + ACROSS, y);
        Pen.text(svg, "small halo", left + 4, y - 4, "limit " + limit.words());
        svg.line();
    }

    private void drawPoints(Curves.Curve curve, String paint, int left, int top, Markup svg) {
        StringBuilder path = new StringBuilder();
        for (Curves.Point point : curve.points()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(x(point, left))
                    .append(' ')
                    .append(y(point, curve, top));
        }
        Pen.path(svg, "curve stroke-" + paint, path.toString());
        svg.line();
        for (Curves.Point point : curve.points()) {
            Pen.disc(
                    svg,
                    paint,
                    x(point, left),
                    y(point, curve, top),
                    point.marked() ? MARKED_RADIUS : RADIUS,
                    curves.over() + " " + point.across().words() + ": " + curve.title() + " "
                            + point.up().words());
            svg.line();
        }
    }

    private int x(Curves.Point point, int left) {
        return left + place(point.across(), curves.across().end(), ACROSS);
    }

    private static int y(Curves.Point point, Curves.Curve curve, int top) {
        return top + UP - place(point.up(), curve.up().end(), UP);
    }

    private static int place(Quantity amount, long end, int room) {
        return Math.toIntExact(Scale.position(amount.exact(), end, room));
    }
}
