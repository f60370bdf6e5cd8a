package io.archmeter.analysis;

import io.archmeter.analysis.Layout.Part;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all positions of a tensor see of an input of the network, along each of the axes along which the input has positions.
 */
final class FieldOfView {
    private static final int CHANNELS = 1;

    /** Stands for an axis where another input is seen. */
    private static final int OTHER_INPUT = -2;

    /**
     * An input of the network.
     *
     * @param extents those of its positions
     * @param seen the axes along which it has them
     * @param rank how many axes it has
     */
    record Origin(List<Long> extents, InputAxes seen, int rank) {
        String axisName(int position) {
            return AxisName.ofPosition(seen.positions().get(position), rank);
        }
    }

    private final Origin origin;
    private final List<SeenWindows> axes;
    private final Layout layout;

    /** Most operators see the very field of their input, of which the same is told. */
    private Optional<ReceptiveField> told = Optional.empty();

    /**
     * One of an input; of inputs that are equally large, the same positions are one.
     *
     * @param axes what is seen along each of its axes
     * @param layout where in the tensor one sees which of these windows
     */
    FieldOfView(Origin origin, List<SeenWindows> axes, Layout layout) {
        this.origin = origin;
        this.axes = List.copyOf(axes);
        Layout left = layout;
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a) instanceof SeenWindows.Alike) {
                left = left.without(a);
            }
        }
        this.layout = left;
    }

    Origin origin() {
        return origin;
    }

    List<SeenWindows> axes() {
        return axes;
    }

    Layout layout() {
        return layout;
    }

    static FieldOfView ofInput(Shape input, InputAxes seen) {
        List<Long> extents = new ArrayList<>();
        List<SeenWindows> axes = new ArrayList<>();
        for (int axis : seen.positions()) {
            int before = extents.indexOf(input.extent(axis));
            axes.add(before < 0 ? SeenWindows.ofInput(input.extent(axis)) : axes.get(before));
            extents.add(input.extent(axis));
        }
        Origin origin = new Origin(List.copyOf(extents), seen, input.rank());
        return new FieldOfView(origin, axes, Layout.ofInput(input, seen.positions()));
    }

    /** As reports show it. Of a vector that was made of a map it is what all of its elements see. */
    Optional<ReceptiveField> told() {
        if (told.isEmpty()) {
            SeenAxis[] along = new SeenAxis[axes.size()];
            for (int a = 0; a < along.length; a++) {
                boolean asBefore = a > 0
                        && axes.get(a) == axes.get(a - 1)
                        && origin.extents.get(a).equals(origin.extents.get(a - 1));
                along[a] = asBefore ? along[a - 1] : told(a);
            }
            told = Optional.of(new ReceptiveField(List.of(along)));
        }
        return told;
    }

    private SeenAxis told(int axis) {
        SeenWindows seen = isVector() ? axes.get(axis).whole() : axes.get(axis);
        boolean all = seen instanceof SeenWindows.Alike alike
                && (alike.mixed() || origin.seen.sequence())
                && seen.begin() <= 0
                && seen.end() >= origin.extents.get(axis);
        return all ? seen.seen().ofEverything() : seen.seen();
    }

    private boolean isVector() {
        return layout.rank() <= 2 && origin.rank > 2;
    }

    /** What is seen through an operator of one input; empty where no window describes it. */
    Optional<FieldOfView> through(Reach reach, Shape input, Shape output, int slot) {
        if (reach instanceof Reach.Pointwise) {
            return pointwise(output.rank());
        }
        if (reach instanceof Reach.Whole whole) {
            return Optional.of(everywhere(whole.channels(), output.rank()));
        }
        if (reach instanceof Reach.Sliding sliding) {
            Optional<FieldOfView> slid = slid(sliding.axes(), sliding.channels(), output, SeenWindows::through);
            return slid.isPresent() ? slid : untouched(sliding.axes());
        }
        if (reach instanceof Reach.Phased phased) {
            return slid(phased.axes(), phased.channels(), output, SeenWindows::through);
        }
        if (reach instanceof Reach.Uneven uneven) {
            return slid(uneven.axes(), false, output, (windows, axis, positions) -> windows.pooled(axis));
        }
        if (reach instanceof Reach.Reshaped) {
            return input.rank() == layout.rank() ? reshaped(input, output) : Optional.empty();
        }
        if (reach instanceof Reach.Moved moved) {
            return Optional.of(moved(moved.axes(), output));
        }
        if (reach instanceof Reach.Taken taken) {
            return taken(taken, taken.firsts().get(slot), output);
        }
        return Optional.empty();
    }

    /** Whether an operator of one input leaves it as it is: one that works on each element for itself, or slides windows of one position. */
    boolean isSeenAsItIs(Reach reach, Shape output) {
        if (reach instanceof Reach.Pointwise) {
            return output.rank() == layout.rank();
        }
        if (!(reach instanceof Reach.Sliding sliding) || sliding.axes().size() != layout.rank() - 2) {
            return false;
        }
        boolean same = !sliding.channels() || layout.parts(CHANNELS).isEmpty();
        for (int a = 0; a < sliding.axes().size() && same; a++) {
            same = SeenWindows.isPoint(sliding.axes().get(a)) && isWhole(a + 2, output.extent(a + 2));
        }
        return same;
    }

    /** Whether an axis is no more than positions, of which each has a window. */
    private boolean isWhole(int axis, long extent) {
        List<Part> parts = layout.parts(axis);
        boolean whole = parts.size() == 1 && parts.get(0).extent() == extent;
        for (int i = 0; whole && i < parts.get(0).along().size(); i++) {
            whole = axes.get(parts.get(0).along().get(i)) instanceof SeenWindows.Even even
                    && even.positions() == extent;
        }
        return whole;
    }

    /** A constant that has more axes gives them to what it works on, in front. */
    private Optional<FieldOfView> pointwise(int rank) {
        if (rank == layout.rank()) {
            return Optional.of(this);
        }
        return rank > layout.rank() ? Optional.of(new FieldOfView(origin, axes, layout.led(rank))) : Optional.empty();
    }

    /** All positions but those of samples, and those along the channels where these stay apart. */
    private FieldOfView everywhere(boolean channels, int rank) {
        List<SeenWindows> seen = new ArrayList<>(axes);
        for (int axis = channels ? CHANNELS : 2; axis < layout.rank(); axis++) {
            for (int a : layout.positions(axis)) {
                seen.set(a, axes.get(a).whole());
            }
        }
        Layout left = Layout.blank(rank);
        for (int axis = 0; axis < Math.min(Math.min(2, rank), layout.rank()); axis++) {
            left = left.with(axis, layout.parts(axis));
        }
        return settled(seen, left);
    }

    /** What one sees through windows that slide along an axis of the tensor. */
    private interface Step<A> {
        Optional<SeenWindows> through(SeenWindows windows, A axis, long positions);
    }

    private <A> Optional<FieldOfView> slid(List<A> along, boolean channels, Shape output, Step<A> step) {
        if (along.size() != layout.rank() - 2) {
            return Optional.empty();
        }
        SeenWindows[] seen = axes.toArray(new SeenWindows[0]);
        Layout slid = layout;
        if (channels && !layout.parts(CHANNELS).isEmpty()) {
            for (int a : layout.positions(CHANNELS)) {
                seen[a] = axes.get(a).whole();
            }
            slid = slid.with(CHANNELS, List.of());
        }
        for (int axis = 2; axis < layout.rank(); axis++) {
            List<Part> parts = layout.parts(axis);
            if (parts.size() > 1) {
                return Optional.empty();
            }
            for (Part part : parts) {
                if (isAsBefore(axis, along, output)) {
                    seen[part.along().get(0)] = seen[positionOnly(axis - 1)];
                } else if (!slide(part, along.get(axis - 2), output.extent(axis), step, seen)) {
                    return Optional.empty();
                }
                slid = slid.with(axis, part.along(), output.extent(axis));
            }
        }
        return Optional.of(new FieldOfView(origin, List.of(seen), slid));
    }

    private <A> boolean slide(Part part, A axis, long positions, Step<A> step, SeenWindows[] seen) {
        for (int a : part.along()) {
            Optional<SeenWindows> changed = step.through(axes.get(a), axis, positions);
            if (changed.isEmpty()) {
                return false;
            }
            seen[a] = changed.get();
        }
        return true;
    }

    /** Whether the same slides over the same along this axis as along the one before: images are square. */
    private <A> boolean isAsBefore(int axis, List<A> along, Shape output) {
        return axis > 2
                && positionOnly(axis) != Layout.NOWHERE
                && positionOnly(axis - 1) != Layout.NOWHERE
                && axes.get(positionOnly(axis)) == axes.get(positionOnly(axis - 1))
                && output.extent(axis) == output.extent(axis - 1)
                && along.get(axis - 2).equals(along.get(axis - 3));
    }

    /** The position that lies along an axis, where there is one and no other. */
    private int positionOnly(int axis) {
        List<Part> parts = layout.parts(axis);
        boolean one = parts.size() == 1 && parts.get(0).along().size() == 1;
        return one ? parts.get(0).along().get(0) : Layout.NOWHERE;
    }

    /** Windows of one position leave all as it is. */
    private Optional<FieldOfView> untouched(List<Axis> along) {
        boolean points = along.size() == layout.rank() - 2
                && layout.parts(CHANNELS).isEmpty()
                && along.stream().allMatch(SeenWindows::isPoint);
        return points ? Optional.of(this) : Optional.empty();
    }

    private Optional<FieldOfView> reshaped(Shape input, Shape output) {
        return layout.reshaped(input, output).map(other -> settled(axes, other));
    }

    /** What lies nowhere any more lay along an axis of one element, or has been seen as a whole. */
    private FieldOfView settled(List<SeenWindows> windows, Layout other) {
        List<SeenWindows> seen = new ArrayList<>(windows);
        for (int a = 0; a < seen.size(); a++) {
            if (!(seen.get(a) instanceof SeenWindows.Alike) && other.axisOf(a) == Layout.NOWHERE) {
                seen.set(a, seen.get(a).whole());
            }
        }
        return new FieldOfView(origin, seen, other);
    }

    private FieldOfView moved(List<Integer> along, Shape output) {
        List<SeenWindows> seen = new ArrayList<>(axes);
        Layout moved = layout;
        for (int axis : along) {
            List<Integer> positions = layout.positions(axis);
            for (int a : positions) {
                seen.set(a, axes.get(a).scattered(new Object()));
            }
            if (!positions.isEmpty()) {
                moved = moved.with(axis, List.of(new Part(positions, output.extent(axis))));
            }
        }
        return new FieldOfView(origin, seen, moved);
    }

    private Optional<FieldOfView> taken(Reach.Taken taken, long first, Shape output) {
        int axis = taken.axis();
        List<Part> parts = layout.parts(axis);
        if (parts.isEmpty()) {
            return Optional.of(taken.dropped() ? new FieldOfView(origin, axes, layout.dropped(axis)) : this);
        }
        if (parts.size() > 1) {
            return Optional.empty();
        }
        long count = taken.dropped() ? 1 : output.extent(axis);
        List<SeenWindows> seen = new ArrayList<>(axes);
        for (int a : layout.positions(axis)) {
            Optional<SeenWindows> some = axes.get(a).through(taken.windows(first), count);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            seen.set(a, some.get());
        }
        return Optional.of(
                taken.dropped()
                        ? settled(seen, layout.dropped(axis))
                        : new FieldOfView(
                                origin,
                                seen,
                                layout.with(axis, List.of(new Part(parts.get(0).along(), count)))));
    }

    /**
     * What is seen where each axis of the output is one of this tensor, and all along its other axes.
     *
     * @param from for each axis of the output the one of this tensor, or {@link Reach.Mapped#ALL}
     */
    Optional<FieldOfView> mapped(List<Integer> from, Shape input, Shape output) {
        if (from.size() != output.rank() || layout.rank() != input.rank()) {
            return Optional.empty();
        }
        List<SeenWindows> seen = new ArrayList<>(axes);
        Layout mapped = Layout.blank(output.rank());
        for (int axis = 0; axis < layout.rank(); axis++) {
            int to = from.indexOf(axis);
            List<Part> parts = layout.parts(axis);
            if (to >= 0 && (parts.isEmpty() || input.axis(axis).equals(output.axis(to)))) {
                mapped = mapped.with(to, parts);
            } else {
                for (int a : layout.positions(axis)) {
                    seen.set(
                            a,
                            new SeenWindows.Alike(
                                    axes.get(a).begin(), axes.get(a).end(), true));
                }
            }
        }
        return Optional.of(new FieldOfView(origin, seen, mapped));
    }

    /**
     * What is seen through one branch or another: where branches have the same centre, the largest of them. Empty where they see inputs of
     * different sizes.
     */
    Optional<FieldOfView> union(FieldOfView other) {
        if (this == other) {
            return Optional.of(this);
        }
        if (origin != other.origin && !origin.extents.equals(other.origin.extents)) {
            return Optional.empty();
        }
        int rank = Math.max(layout.rank(), other.layout.rank());
        Layout mine = layout.stretched(rank);
        Layout theirs = other.layout.stretched(rank);
        List<SeenWindows> both = new ArrayList<>(axes.size());
        boolean larger = false;
        for (int a = 0; a < axes.size(); a++) {
            SeenWindows one = axes.get(a);
            SeenWindows two = other.axes.get(a);
            if (isVector() && other.isVector()) {
                one = one.whole();
                two = two.whole();
            }
            boolean agree = one.isAlike() || two.isAlike() || mine.agrees(theirs, a);
            Optional<SeenWindows> joined = agree ? one.union(two) : Optional.of(SeenWindows.Scattered.across(one, two));
            if (joined.isEmpty()) {
                return Optional.empty();
            }
            both.add(joined.get());
            larger |= joined.get() != axes.get(a);
        }
        Optional<Layout> together = mine.and(theirs);
        return !larger && together.isPresent() && together.get() == layout
                ? Optional.of(this)
                : together.map(all -> new FieldOfView(origin, both, all));
    }

    /**
     * What tensors see that are joined along an axis: the largest window of all, where positions lie along that axis.
     *
     * @param fields those of the tensors that see something
     */
    static Optional<FieldOfView> joined(List<FieldOfView> fields, int axis, Shape output) {
        FieldOfView first = fields.get(0);
        List<Integer> along = new ArrayList<>();
        for (int a = 0; a < first.axes.size(); a++) {
            boolean lies = false;
            boolean elsewhere = false;
            for (FieldOfView field : fields) {
                int where = field.axes.size() == first.axes.size() ? field.layout.axisOf(a) : OTHER_INPUT;
                lies |= where == axis;
                elsewhere |= where != axis && where != Layout.NOWHERE;
            }
            if (lies && elsewhere) {
                return Optional.empty();
            }
            if (lies) {
                along.add(a);
            }
        }
        List<FieldOfView> scattered = new ArrayList<>(fields);
        for (int a : along) {
            List<SeenWindows> windows = new ArrayList<>();
            fields.forEach(field -> windows.add(field.axes.get(a)));
            SeenWindows.Scattered all = SeenWindows.Scattered.of(windows);
            Part part = new Part(along, output.extent(axis));
            scattered.replaceAll(field -> field.with(a, all, axis, part));
        }
        Optional<FieldOfView> joined = Optional.of(scattered.get(0));
        for (int i = 1; i < scattered.size(); i++) {
            FieldOfView next = scattered.get(i);
            joined = joined.flatMap(some -> some.union(next));
        }
        return joined;
    }

    private FieldOfView with(int position, SeenWindows windows, int axis, Part part) {
        List<SeenWindows> seen = new ArrayList<>(axes);
        seen.set(position, windows);
        return new FieldOfView(origin, seen, layout.with(axis, List.of(part)));
    }
}
