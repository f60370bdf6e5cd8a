package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The mean or the largest element of as many windows as the output is to have (PyTorch {@code AdaptiveAvgPool} and {@code
 * AdaptiveMaxPool}); each axis is a {@link DividedAxis}.
 *
 * @param size the output's spatial extents
 */
public record AdaptivePool(PoolFunction function, List<Integer> size) implements Op {
    private static final Argument<PerAxis> SIZE =
            Argument.perAxis("size", "spatial extents of the output").asUsual();

    public AdaptivePool {
        size = List.copyOf(size);
    }

    @Override
    public String kind() {
        return function.kind("adaptive");
    }

    static OpRule<AdaptivePool> rule(PoolFunction function) {
        return new SingleOutputRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return List.of(SIZE);
            }

            @Override
            protected Set<Trait> traits() {
                return Set.of(Trait.POOL, Trait.TO_SIZE);
            }

            @Override
            protected AdaptivePool read(Arguments given, Inputs in) {
                int rank = Window.requireSpatial(in.only());
                return new AdaptivePool(function, given.get(SIZE).each(SIZE.name(), rank));
            }

            @Override
            protected Attributes attributes(AdaptivePool op) {
                return new Attributes().and(SIZE, new PerAxis(op.size));
            }

            @Override
            protected List<Formula> infer(AdaptivePool op, Inputs in) {
                Shape x = in.only();
                Window.requireRank(SIZE.name(), op.size.size(), x);
                List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
                op.size.forEach(extent -> extents.add(Formula.of(extent)));
                return extents;
            }

            @Override
            protected List<WeightDeclaration> weights(AdaptivePool op, Inputs in) {
                return List.of();
            }

            @Override
            protected Work work(AdaptivePool op, Inputs in, Shape out) {
                return Pooling.work(op.function, taps(op.size, in.only()), out);
            }

            @Override
            protected Reach reach(AdaptivePool op, Inputs in) {
                return AdaptivePool.reach(op.size, in.only());
            }

            @Override
            protected Storage storage(AdaptivePool op) {
                return Storage.OWN;
            }

            /**
             * {@code AdaptiveAvgPool2DBackward0} keeps the input, and {@code AdaptiveMaxPool2DBackward0} indices as well. A mean of
             * one element is one to PyTorch ({@code MeanBackward1}), which keeps nothing.
             */
            @Override
            protected Tape tape(AdaptivePool op, Inputs in, Shape out) {
                if (op.function == PoolFunction.LARGEST) {
                    return Tape.pool(in, in.only(), out, Pooling.withIndices(out));
                }
                boolean mean = op.size.stream().allMatch(extent -> extent == 1);
                return Tape.pool(in, in.only(), out, mean ? SavedForBackward.NOTHING : SavedForBackward.OPERANDS);
            }
        };
    }

    /** The taps of all windows. */
    private static Formula taps(List<Integer> size, Shape x) {
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
    private static Reach reach(List<Integer> size, Shape x) {
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
        return axes.size() == divided.size() ? new Reach.Sliding(axes, false) : new Reach.Uneven(divided);
    }
}
