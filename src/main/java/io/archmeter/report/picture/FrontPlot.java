package io.archmeter.report.picture;

import java.util.List;

/**
 * Many points at two amounts each, and among them the best, with a line from one to the next.
 *
 * @param across the axis from left to right
 * @param up the axis from below
 * @param others points that are not among the best; some of them, where there are many
 * @param best in the order of the line
 * @param stepped whether the best are so in these two amounts alone, so that the line bounds all points
 */
public record FrontPlot(
        String name,
        String title,
        String summary,
        Scatter.Axis across,
        Scatter.Axis up,
        List<Dot> others,
        List<Dot> best,
        boolean stepped)
        implements Picture {
    /**
     * A point.
     *
     * @param paint what tells it from others
     */
    public record Dot(String label, Paint paint, Quantity across, Quantity up) {}

    public FrontPlot {
        others = List.copyOf(others);
        best = List.copyOf(best);
    }
}
