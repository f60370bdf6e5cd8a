package io.archmeter.analysis;

import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What all positions of a tensor see of an input of the network, along each of the input's spatial axes.
 *
 * @param input the extents of these axes; of inputs that are equally large, the same positions are one
 */
record FieldOfView(List<Long> input, List<SeenWindows> axes) {
    FieldOfView {
        axes = List.copyOf(axes);
    }

    static FieldOfView ofInput(List<Long> spatial) {
        List<SeenWindows> axes = new ArrayList<>(spatial.size());
        for (long extent : spatial) {
            axes.add(SeenWindows.ofInput(extent));
        }
        return new FieldOfView(spatial, axes);
    }

    /** As reports show it. */
    ReceptiveField told() {
        List<SeenAxis> told = new ArrayList<>(axes.size());
        for (SeenWindows axis : axes) {
            told.add(axis.seen());
        }
        return new ReceptiveField(told);
    }

    /** What is seen through an operator; empty where no window describes it. */
    Optional<FieldOfView> through(Reach reach, List<Long> outputSpatial) {
        if (reach instanceof Reach.Pointwise) {
            return Optional.of(this);
        }
        if (reach instanceof Reach.Whole) {
            return each(a -> Optional.of(axes.get(a).whole()));
        }
        if (reach instanceof Reach.Sliding sliding && sliding.axes().size() == axes.size()) {
            return each(a -> axes.get(a).through(sliding.axes().get(a), outputSpatial.get(a)));
        }
        if (reach instanceof Reach.Phased phased && phased.axes().size() == axes.size()) {
            return each(a -> axes.get(a).through(phased.axes().get(a), outputSpatial.get(a)));
        }
        if (reach instanceof Reach.Uneven uneven && uneven.axes().size() == axes.size()) {
            return each(a -> axes.get(a).pooled(uneven.axes().get(a)));
        }
        return Optional.empty();
    }

    /**
     * What is seen through one branch or another: where branches have the same centre, the largest of them. Empty where they see inputs of
     * different sizes.
     */
    Optional<FieldOfView> union(FieldOfView other) {
        return input.equals(other.input) ? each(a -> axes.get(a).union(other.axes.get(a))) : Optional.empty();
    }

    private Optional<FieldOfView> each(IntFunction<Optional<SeenWindows>> change) {
        List<SeenWindows> changed = new ArrayList<>(axes.size());
        for (int a = 0; a < axes.size(); a++) {
            Optional<SeenWindows> axis = change.apply(a);
            if (axis.isEmpty()) {
                return Optional.empty();
            }
            changed.add(axis.get());
        }
        return Optional.of(new FieldOfView(input, changed));
    }
}
