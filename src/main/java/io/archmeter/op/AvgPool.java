package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * The mean of the elements under a window that slides over each channel of N×C×….
 *
 * @param countIncludePad whether zeros of the padding count among the elements of the mean
 */
public record AvgPool(Window window, Rounding rounding, boolean countIncludePad) implements Op {
    private static final Argument<Boolean> COUNT_INCLUDE_PAD = Argument.flag(
                    "count_include_pad", "whether padded zeros count among the elements of the mean")
            .or(true);

    @Override
    public String kind() {
        return "avgpool";
    }

    static final OpRule<AvgPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Pooling.KERNEL, Pooling.STRIDE, Pooling.PADDING, Pooling.ROUNDING, COUNT_INCLUDE_PAD);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL);
        }

        @Override
        protected AvgPool read(Arguments given, Inputs in) {
            return new AvgPool(
                    Pooling.window(given, in.only()), given.get(Pooling.ROUNDING), given.get(COUNT_INCLUDE_PAD));
        }

        @Override
        protected Attributes attributes(AvgPool op) {
            return new Attributes()
                    .and(op.window)
                    .and(Pooling.ROUNDING, op.rounding)
                    .and(COUNT_INCLUDE_PAD, op.countIncludePad);
        }

        @Override
        protected List<Formula> infer(AvgPool op, Inputs in) {
            return Pooling.infer(op.window, in.only(), op.rounding);
        }

        @Override
        protected List<WeightDeclaration> weights(AvgPool op, Inputs in) {
            return List.of();
        }

        /** Padded taps are taps, too. */
        @Override
        protected Work work(AvgPool op, Inputs in, Shape out) {
            return Pooling.work(PoolFunction.MEAN, Pooling.taps(op.window, out), out);
        }

        @Override
        protected Reach reach(AvgPool op, Inputs in) {
            return new Reach.Sliding(op.window.axes(), false);
        }

        @Override
        protected Storage storage(AvgPool op) {
            return Storage.OWN;
        }

        /** {@code AvgPool2DBackward0} keeps the input, though only its shape matters. */
        @Override
        protected Tape tape(AvgPool op, Inputs in, Shape out) {
            return Tape.pool(in, op.window.evened(in.only()), out, SavedForBackward.OPERANDS);
        }
    };
}
