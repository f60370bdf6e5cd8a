package io.archmeter.report.picture;

import java.util.List;
import java.util.Optional;

/**
 * Figures over one number, each as a curve on a scale of its own: their units differ.
 *
 * @param over what the number is
 * @param across its axis
 * @param curves in the order in which they are drawn; at least one
 */
public record Curves(String name, String title, String summary, String over, Ruler across, List<Curve> curves)
        implements Picture {
    public Curves {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("there are no curves of " + over);
        }
        for (Curve curve : curves) {
            curve.points().forEach(point -> across.require(point.across()));
        }
    }

    /**
     * A figure.
     *
     * @param up its axis
     * @param points from left to right; at least one
     * @param limit that it should not exceed, where there is one
     */
    public record Curve(String title, Ruler up, List<Point> points, Optional<Quantity> limit) {
        public Curve {
            points = List.copyOf(points);
            limit.ifPresent(up::require);
            long before = -1;
            for (Point point : points) {
                up.require(point.up());
                if (point.across().exact() <= before) {
                    throw new IllegalArgumentException(point.across().exact() + " is not right of " + before);
                }
                before = point.across().exact();
            }
        }
    }

    /** A point of a curve; one may be marked. */
    public record Point(Quantity across, Quantity up, boolean marked) {}
}
