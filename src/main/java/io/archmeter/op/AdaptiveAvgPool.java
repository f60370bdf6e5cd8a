package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The mean over as many windows as the output is to have (PyTorch {@code AdaptiveAvgPool}); each axis is a {@link DividedAxis}.
 *
 * @param size the output's spatial extents
 */
public record AdaptiveAvgPool(List<Integer> size) implements Op {
    private static final Argument<PerAxis> SIZE =
            Argument.perAxis("size", "spatial extents of the output").asUsual();

    public AdaptiveAvgPool {
        size = List.copyOf(size);
    }

    @Override
    public String kind() {
        return "adaptiveavgpool";
    }

    static final OpRule<AdaptiveAvgPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SIZE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL, Trait.TO_SIZE);
        }

        @Override
        protected AdaptiveAvgPool read(Arguments given, Inputs in) {
            int rank = Window.requireSpatial(in.only());
            PerAxis size = given.get(SIZE);
            size.requireRank(SIZE.name(), rank);
            List<Integer> extents = new ArrayList<>();
            for (int a = 0; a < rank; a++) {
                extents.add(size.get(a));
            }
            return new AdaptiveAvgPool(extents);
        }

        @Override
        protected Attributes attributes(AdaptiveAvgPool op) {
            return new Attributes().and(SIZE, new PerAxis(op.size));
        }

        @Override
        protected List<Formula> infer(AdaptiveAvgPool op, Inputs in) {
            Shape x = in.only();
            Window.requireRank(SIZE.name(), op.size.size(), x);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
            op.size.forEach(extent -> extents.add(Formula.of(extent)));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(AdaptiveAvgPool op, Inputs in) {
            return List.of();
        }

        /** One add per tap of each window and one division per output element. */
        @Override
        protected Work work(AdaptiveAvgPool op, Inputs in, Shape out) {
            Shape x = in.only();
            List<Formula> taps = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
            for (int a = 0; a < op.size.size(); a++) {
                taps.add(taps(x.axis(a + 2), op.size.get(a)));
            }
            return Work.NONE
                    .and(ElementaryOperation.ADD, Formula.product(taps))
                    .and(ElementaryOperation.DIVIDE, Formula.elements(out));
        }

        /** Even windows are an average pool; uneven ones have no stride. */
        @Override
        protected Reach reach(AdaptiveAvgPool op, Inputs in) {
            List<DividedAxis> divided = divided(op, in.only());
            List<Axis> axes = new ArrayList<>();
            for (DividedAxis axis : divided) {
                long each = axis.extent() / axis.windows();
                if (axis.isEven() && each <= Integer.MAX_VALUE) {
                    axes.add(Axis.covering((int) each));
                }
            }
            return axes.size() == divided.size() ? new Reach.Sliding(axes) : new Reach.Uneven(divided);
        }

        @Override
        protected Storage storage(AdaptiveAvgPool op) {
            return Storage.OWN;
        }

        /**
         * {@code AdaptiveAvgPool2DBackward0} keeps the input. An output of one element is a mean to PyTorch
         * ({@code MeanBackward1}), which keeps nothing.
         */
        @Override
        protected Tape tape(AdaptiveAvgPool op, Inputs in, Shape out) {
            boolean mean = op.size.stream().allMatch(extent -> extent == 1);
            return Tape.pool(in, in.only(), out, mean ? SavedForBackward.NOTHING : SavedForBackward.OPERANDS);
        }
    };

    private static Formula taps(Extent extent, int windows) {
        return extent instanceof Extent.Known known
                ? Formula.of(new DividedAxis(known.value(), windows).taps())
                : Formula.of(extent);
    }

    private static List<DividedAxis> divided(AdaptiveAvgPool op, Shape x) {
        List<DividedAxis> axes = new ArrayList<>();
        for (int a = 0; a < op.size.size(); a++) {
            axes.add(new DividedAxis(x.spatial().get(a), op.size.get(a)));
        }
        return axes;
    }
}
