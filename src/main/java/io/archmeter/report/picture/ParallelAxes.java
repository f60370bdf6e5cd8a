package io.archmeter.report.picture;

import java.util.List;

/**
 * Things as lines that cross an axis for each of their values (Inselberg 1985, "The plane with parallel coordinates").
 *
 * @param axes at least two, from left to right
 * @param lines the last are drawn over the others
 */
public record ParallelAxes(String name, String title, String summary, List<Axis> axes, List<Line> lines)
        implements Picture {
    /** In so many steps an axis is divided. */
    public static final int STEPS = 1_000;

    /** @param marks words at places along it */
    public record Axis(String title, List<Mark> marks) {
        public Axis {
            marks = List.copyOf(marks);
        }
    }

    /** @param place from 0 below to {@link #STEPS} above */
    public record Mark(int place, String words) {
        public Mark {
            if (place < 0 || place > STEPS) {
                throw new IllegalArgumentException("no place on an axis: " + place);
            }
        }
    }

    /**
     * @param places where it crosses each axis
     * @param marked whether it is one of those that are looked for
     */
    public record Line(String label, Paint paint, List<Integer> places, boolean marked) {
        public Line {
            places = List.copyOf(places);
        }
    }

    public ParallelAxes {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        if (axes.size() < 2) {
            throw new IllegalArgumentException("too few axes: " + axes.size());
        }
        for (Line line : lines) {
            if (line.places().size() != axes.size()) {
                throw new IllegalArgumentException(line.label() + " does not cross all axes");
            }
        }
    }
}
