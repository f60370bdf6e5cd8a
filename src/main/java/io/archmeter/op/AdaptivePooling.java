package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** What the pools to a given size have in common; each axis is a {@link DividedAxis}. */
final class AdaptivePooling {
    static final Argument<PerAxis> SIZE =
            Argument.perAxis("size", "spatial extents of the output").asUsual();

    private AdaptivePooling() {}

    static List<Integer> size(Arguments given, Inputs in) {
        int rank = Window.requireSpatial(in.only());
        return given.get(SIZE).each(SIZE.name(), rank);
    }

    static List<Formula> infer(List<Integer> size, Shape x) {
        Window.requireRank(SIZE.name(), size.size(), x);
        List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
        size.forEach(extent -> extents.add(Formula.of(extent)));
        return extents;
    }

    /** The taps of all windows. */
    static Formula taps(List<Integer> size, Shape x) {
        List<Formula> taps = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
        for (int a = 0; a < size.size(); a++) {
            taps.add(taps(x.axis(a + 2), size.get(a)));
        }
        return Formula.product(taps);
    }

    private static Formula taps(Extent extent, int windows) {
        return extent instanceof Extent.Known known
                ? Formula.of(new DividedAxis(known.value(), windows).taps())
                : Formula.of(extent);
    }

    /** Even windows are those of a pool with a stride; uneven ones have no stride. */
    static Reach reach(List<Integer> size, Shape x) {
        List<DividedAxis> divided = new ArrayList<>();
        List<Axis> axes = new ArrayList<>();
        for (int a = 0; a < size.size(); a++) {
            DividedAxis axis = new DividedAxis(x.spatial().get(a), size.get(a));
            divided.add(axis);
            long each = axis.extent() / axis.windows();
            if (axis.isEven() && each <= Integer.MAX_VALUE) {
                axes.add(Axis.covering((int) each));
            }
        }
        return axes.size() == divided.size() ? new Reach.Sliding(axes) : new Reach.Uneven(divided);
    }
}
