package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.InputWindow;
import java.util.List;

/** The input as a rectangle, or a sequence as a bar, and in it what is seen, up to the border. */
final class InputWindowDrawing implements Drawing {
    private static final int LONGEST = 120;
    private static final int SHORTEST = 6;
    private static final int BAR = 12;

    private final InputWindow window;
    private final long largest;

    InputWindowDrawing(InputWindow window) {
        this.window = window;
        this.largest =
                window.axes().stream().mapToLong(InputWindow.Axis::extent).max().orElseThrow();
    }

    @Override
    public PageResource style() {
        return PageResource.MAP_STYLE;
    }

    @Override
    public int width() {
        return length(across());
    }

    @Override
    public int height() {
        return down().isEmpty() ? BAR : length(down().get(0));
    }

    @Override
    public void draw(Markup svg) {
        svg.open("rect", "input")
                .attribute("width", width())
                .attribute("height", height())
                .closeEmpty();
        long left = place(across());
        long top = down().isEmpty() ? 0 : place(down().get(0));
        svg.open("rect", "seen")
                .attribute("x", left)
                .attribute("y", top)
                .attribute("width", seen(across()))
                .attribute("height", down().isEmpty() ? BAR : seen(down().get(0)))
                .closeEmpty();
    }

    private InputWindow.Axis across() {
        return window.axes().get(window.axes().size() - 1);
    }

    private List<InputWindow.Axis> down() {
        return window.axes().subList(0, window.axes().size() - 1);
    }

    private int length(InputWindow.Axis axis) {
        return (int) Math.max(SHORTEST, Scale.length(axis.extent(), largest, LONGEST));
    }

    private long place(InputWindow.Axis axis) {
        long place = Scale.position(axis.first(), axis.extent(), length(axis));
        return Math.min(place, length(axis) - 1);
    }

    private long seen(InputWindow.Axis axis) {
        return Math.max(1, Scale.position(axis.first() + axis.seen(), axis.extent(), length(axis)) - place(axis));
    }
}
