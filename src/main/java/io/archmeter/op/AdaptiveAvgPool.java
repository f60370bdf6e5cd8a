package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * The mean over as many windows as the output is to have (PyTorch {@code AdaptiveAvgPool}); each axis is a {@link DividedAxis}.
 *
 * @param size the output's spatial extents
 */
public record AdaptiveAvgPool(List<Integer> size) implements Op {
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
            return List.of(AdaptivePooling.SIZE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL, Trait.TO_SIZE);
        }

        @Override
        protected AdaptiveAvgPool read(Arguments given, Inputs in) {
            return new AdaptiveAvgPool(AdaptivePooling.size(given, in));
        }

        @Override
        protected Attributes attributes(AdaptiveAvgPool op) {
            return new Attributes().and(AdaptivePooling.SIZE, new PerAxis(op.size));
        }

        @Override
        protected List<Formula> infer(AdaptiveAvgPool op, Inputs in) {
            return AdaptivePooling.infer(op.size, in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(AdaptiveAvgPool op, Inputs in) {
            return List.of();
        }

        /** One add per tap of each window and one division per output element. */
        @Override
        protected Work work(AdaptiveAvgPool op, Inputs in, Shape out) {
            return Work.NONE
                    .and(ElementaryOperation.ADD, AdaptivePooling.taps(op.size, in.only()))
                    .and(ElementaryOperation.DIVIDE, Formula.elements(out));
        }

        @Override
        protected Reach reach(AdaptiveAvgPool op, Inputs in) {
            return AdaptivePooling.reach(op.size, in.only());
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
}
