package io.archmeter.analysis;

import io.archmeter.op.Axis;
import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The window of the network's input that one element of a tensor sees: one entry for each spatial axis of the input, none if
 * the input has no spatial axes.
 */
public record ReceptiveField(List<SeenAxis> axes) {
    public ReceptiveField {
        axes = List.copyOf(axes);
    }

    static ReceptiveField ofInput(List<Long> spatial) {
        return new ReceptiveField(spatial.stream().map(SeenAxis::ofInput).toList());
    }

    /** What is seen through an operator; empty where no window describes it. */
    Optional<ReceptiveField> through(Reach reach, List<Long> outputSpatial) {
        if (reach instanceof Reach.Pointwise) {
            return Optional.of(this);
        }
        if (reach instanceof Reach.Whole) {
            return Optional.of(
                    new ReceptiveField(axes.stream().map(SeenAxis::whole).toList()));
        }
        if (reach instanceof Reach.Sliding sliding && sliding.axes().size() == axes.size()) {
            return slid(sliding.axes(), outputSpatial);
        }
        if (reach instanceof Reach.Uneven uneven && uneven.largest().size() == axes.size()) {
            return pooled(uneven.largest());
        }
        return Optional.empty();
    }

    /** What is seen through a branch or another: for centred branches, the largest of them. */
    Optional<ReceptiveField> union(ReceptiveField other) {
        if (axes.size() != other.axes.size()) {
            return Optional.empty();
        }
        List<Optional<SeenAxis>> joined = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            joined.add(axes.get(a).union(other.axes.get(a)));
        }
        return allOf(joined);
    }

    private Optional<ReceptiveField> slid(List<Axis> window, List<Long> outputSpatial) {
        List<Optional<SeenAxis>> seen = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            seen.add(axes.get(a).through(window.get(a), outputSpatial.get(a)));
        }
        return allOf(seen);
    }

    private Optional<ReceptiveField> pooled(List<Long> largest) {
        List<Optional<SeenAxis>> seen = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            seen.add(axes.get(a).throughUneven(largest.get(a)));
        }
        return allOf(seen);
    }

    private static Optional<ReceptiveField> allOf(List<Optional<SeenAxis>> axes) {
        List<SeenAxis> seen = new ArrayList<>(axes.size());
        for (Optional<SeenAxis> axis : axes) {
            if (axis.isEmpty()) {
                return Optional.empty();
            }
            seen.add(axis.get());
        }
        return Optional.of(new ReceptiveField(seen));
    }
}
