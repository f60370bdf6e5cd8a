package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.ParallelAxes;
import java.util.List;

/** Upright axes side by side, and a line across them for each thing. */
final class ParallelAxesDrawing implements Drawing {
    private static final int SIDE = 70;
    private static final int TOP = 40;
    private static final int BELOW = 14;
    private static final int UP = 360;
    private static final int APART = 128;

    private final ParallelAxes parallel;

    ParallelAxesDrawing(ParallelAxes parallel) {
        this.parallel = parallel;
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        return 2 * SIDE + (parallel.axes().size() - 1) * APART;
    }

    @Override
    public int height() {
        return TOP + UP + BELOW;
    }

    @Override
    public void draw(Markup svg) {
        for (ParallelAxes.Line line : parallel.lines()) {
            String classes = line.marked() ? "way marked" : "way";
            svg.open("path", classes)
                    .attribute("d", path(line.places()))
                    .element("title", line.label())
                    .close();
        }
        svg.line();
        for (int axis = 0; axis < parallel.axes().size(); axis++) {
            draw(parallel.axes().get(axis), x(axis), svg);
        }
        svg.line();
    }

    private void draw(ParallelAxes.Axis axis, int x, Markup svg) {
        Pen.line(svg, "post", x, TOP, x, TOP + UP);
        Pen.fitted(svg, "strong middle", x, 16, APART - 8, axis.title());
        for (ParallelAxes.Mark mark : axis.marks()) {
            Pen.fitted(svg, "label small halo middle", x, y(mark.place()) + 4L, APART - 16, mark.words());
        }
    }

    private static String path(List<Integer> places) {
        StringBuilder path = new StringBuilder();
        for (int axis = 0; axis < places.size(); axis++) {
            path.append(axis == 0 ? 'M' : 'L').append(x(axis)).append(' ').append(y(places.get(axis)));
        }
        return path.toString();
    }

    private static int x(int axis) {
        return SIDE + axis * APART;
    }

    private static int y(int place) {
        return TOP + UP - place * UP / ParallelAxes.STEPS;
    }
}
