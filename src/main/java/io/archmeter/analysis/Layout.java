package io.archmeter.analysis;

import io.archmeter.graph.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the positions of an input lie in a tensor: the rows of N×C×H×W along its third axis, those of N×(H·W)×C along its second,
 * together with the columns.
 *
 * @param axes the parts of each axis of the tensor, the one that changes slowest first; none where an axis follows no position
 */
record Layout(List<List<Part>> axes) {
    /** The axis of what lies along none. */
    static final int NOWHERE = -1;

    /**
     * A part of an axis, or all of it.
     *
     * @param along the positions of the input that it follows, by their numbers; none of them for what is no position
     */
    record Part(List<Integer> along, long extent) {
        private boolean isLike(Part other) {
            return is(other.along, other.extent);
        }

        private boolean is(List<Integer> positions, long elements) {
            return extent == elements && along.equals(positions);
        }

        private Part and(Part other) {
            Set<Integer> both = new TreeSet<>(along);
            both.addAll(other.along);
            return new Part(List.copyOf(both), Math.max(extent, other.extent));
        }
    }

    Layout {
        axes = List.copyOf(axes);
    }

    /** The axes of an input, of which some are positions. */
    static Layout ofInput(Shape input, List<Integer> positions) {
        Layout layout = blank(input.rank());
        for (int number = 0; number < positions.size(); number++) {
            int axis = positions.get(number);
            layout = layout.with(axis, List.of(new Part(List.of(number), input.extent(axis))));
        }
        return layout;
    }

    static Layout blank(int rank) {
        return new Layout(Collections.nCopies(rank, List.of()));
    }

    int rank() {
        return axes.size();
    }

    List<Part> parts(int axis) {
        return axes.get(axis);
    }

    /** The axis along which a position lies, the first of several, or {@link #NOWHERE}. */
    int axisOf(int position) {
        for (int axis = 0; axis < rank(); axis++) {
            if (positions(axis).contains(position)) {
                return axis;
            }
        }
        return NOWHERE;
    }

    /** The positions along an axis. */
    List<Integer> positions(int axis) {
        List<Part> parts = axes.get(axis);
        if (parts.size() < 2) {
            return parts.isEmpty() ? List.of() : parts.get(0).along;
        }
        List<Integer> positions = new ArrayList<>();
        parts.forEach(part -> positions.addAll(part.along));
        return positions;
    }

    Layout with(int axis, List<Part> parts) {
        List<List<Part>> changed = new ArrayList<>(axes);
        changed.set(axis, parts);
        return new Layout(changed);
    }

    /** The same where the only part of an axis has so many elements. */
    Layout with(int axis, List<Integer> along, long extent) {
        boolean same = axes.get(axis).size() == 1 && axes.get(axis).get(0).is(along, extent);
        return same ? this : with(axis, List.of(new Part(along, extent)));
    }

    /** With more axes in front, along which nothing lies. */
    Layout led(int rank) {
        List<List<Part>> led = new ArrayList<>(Collections.nCopies(rank - rank(), List.of()));
        led.addAll(axes);
        return new Layout(led);
    }

    /** Without an axis. */
    Layout dropped(int axis) {
        List<List<Part>> left = new ArrayList<>(axes);
        left.remove(axis);
        return new Layout(left);
    }

    /** The same where a position lies nowhere. */
    Layout without(int position) {
        Layout left = this;
        int axis = axisOf(position);
        while (axis != NOWHERE) {
            List<Part> parts = new ArrayList<>();
            boolean some = false;
            for (Part part : left.axes.get(axis)) {
                List<Integer> others = new ArrayList<>(part.along);
                others.remove(Integer.valueOf(position));
                parts.add(new Part(others, part.extent));
                some |= !others.isEmpty();
            }
            left = left.with(axis, some ? parts : List.of());
            axis = left.axisOf(position);
        }
        return left;
    }

    /** With axes of one element in front, as tensors are aligned that meet. */
    Layout stretched(int rank) {
        if (rank == rank()) {
            return this;
        }
        List<List<Part>> all = new ArrayList<>(Collections.nCopies(rank - rank(), List.of()));
        all.addAll(axes);
        return new Layout(all);
    }

    /** Whether a position lies at the same place in both. */
    boolean agrees(Layout other, int position) {
        int axis = axisOf(position);
        if (axis == NOWHERE || axis != other.axisOf(position)) {
            return false;
        }
        return this == other || areLike(axes.get(axis), other.axes.get(axis));
    }

    private static boolean areLike(List<Part> mine, List<Part> theirs) {
        boolean alike = mine.size() == theirs.size();
        for (int i = 0; i < mine.size() && alike; i++) {
            alike = mine.get(i).isLike(theirs.get(i));
        }
        return alike;
    }

    /** What lies along the axes of both; empty where it makes up an axis in different ways. */
    Optional<Layout> and(Layout other) {
        if (this == other) {
            return Optional.of(this);
        }
        List<List<Part>> both = new ArrayList<>(axes);
        boolean same = true;
        for (int axis = 0; axis < rank(); axis++) {
            List<Part> mine = axes.get(axis);
            List<Part> theirs = other.axes.get(axis);
            if (mine.isEmpty()) {
                both.set(axis, theirs);
                same &= theirs.isEmpty();
            } else if (!theirs.isEmpty() && !areLike(mine, theirs)) {
                if (mine.size() > 1 || theirs.size() > 1) {
                    return Optional.empty();
                }
                both.set(axis, List.of(mine.get(0).and(theirs.get(0))));
                same = false;
            }
        }
        return Optional.of(same ? this : new Layout(both));
    }

    /** The same elements in order, under another shape; empty where a position would lie along several axes. */
    Optional<Layout> reshaped(Shape from, Shape to) {
        if (axes.stream().allMatch(List::isEmpty)) {
            return Optional.of(blank(to.rank()));
        }
        Deque<Part> rest = inOrder(from);
        List<List<Part>> reshaped = new ArrayList<>();
        for (int axis = 0; axis < to.rank(); axis++) {
            List<Part> taken = new ArrayList<>();
            long left = to.extent(axis);
            while (left != 1) {
                Part next = rest.remove();
                if (left % next.extent == 0) {
                    taken.add(next);
                    left /= next.extent;
                } else if (next.along.isEmpty() && next.extent % left == 0) {
                    taken.add(new Part(List.of(), left));
                    rest.push(new Part(List.of(), next.extent / left));
                    left = 1;
                } else {
                    return Optional.empty();
                }
            }
            boolean some = taken.stream().anyMatch(part -> !part.along.isEmpty());
            reshaped.add(some ? taken : List.of());
        }
        return Optional.of(new Layout(reshaped));
    }

    /** All parts but those of one element; what is no position is one part with its neighbour that is none either. */
    private Deque<Part> inOrder(Shape shape) {
        Deque<Part> parts = new ArrayDeque<>();
        for (int axis = 0; axis < rank(); axis++) {
            List<Part> own = axes.get(axis);
            for (Part part : own.isEmpty() ? List.of(new Part(List.of(), shape.extent(axis))) : own) {
                boolean joins = part.along.isEmpty()
                        && !parts.isEmpty()
                        && parts.getLast().along.isEmpty();
                if (joins) {
                    parts.add(new Part(List.of(), Math.multiplyExact(parts.removeLast().extent, part.extent)));
                } else if (part.extent != 1) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }
}
