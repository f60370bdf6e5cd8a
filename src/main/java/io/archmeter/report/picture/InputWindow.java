package io.archmeter.report.picture;

import java.util.List;

/**
 * What one element in the middle of an output sees of the network's input, to scale.
 *
 * @param axes of the input, the last from left to right; one or two
 */
public record InputWindow(String name, String title, String summary, List<Axis> axes) implements Picture {
    public InputWindow {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > 2) {
            throw new IllegalArgumentException("cannot be drawn in a plane: " + axes);
        }
    }

    /**
     * What is seen along an axis, padding left out.
     *
     * @param extent elements of the input, at least 1
     * @param first the first element that is seen, from 0
     * @param seen how many are, at least 1
     */
    public record Axis(long extent, long first, long seen) {
        public Axis {
            if (first < 0 || seen < 1 || seen > extent - first) {
                throw new IllegalArgumentException(seen + " from " + first + " on are not in " + extent);
            }
        }
    }
}
