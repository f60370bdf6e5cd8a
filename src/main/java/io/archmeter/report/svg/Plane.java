package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;

/** The room between two axes, where amounts have their places. */
record Plane(int left, int top, int width, int height, Scatter.Axis across, Scatter.Axis up) {
    int x(Quantity amount) {
        return left + place(amount, across, width);
    }

    int y(Quantity amount) {
        return top + height - place(amount, up, height);
    }

    private static int place(Quantity amount, Scatter.Axis axis, int room) {
        long place = axis.logarithmic()
                ? AxisScale.logarithmic(amount.exact(), axis.first(), axis.last(), room)
                : Scale.position(amount.exact() - axis.first(), axis.last() - axis.first(), room);
        return Math.toIntExact(place);
    }

    /** @param end of the picture, below the room */
    void drawAxes(int end, Markup svg) {
        Pen.text(svg, "strong", 0, 14, up.title());
        Pen.text(svg, "strong end", left + width, end - 8, across.title());
        for (Quantity tick : across.ticks()) {
            int x = x(tick);
            Pen.line(svg, "grid", x, top, x, top + height);
            Pen.text(svg, "faint middle", x, top + height + 18, tick.words());
        }
        for (Quantity tick : up.ticks()) {
            int y = y(tick);
            Pen.line(svg, "grid", left, y, left + width, y);
            Pen.text(svg, "faint end", left - 8, y + 4, tick.words());
        }
        svg.line();
    }
}
