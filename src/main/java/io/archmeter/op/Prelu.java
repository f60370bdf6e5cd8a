package io.archmeter.op;

import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * x where it is positive, and else a multiple of it whose factor is learnt (He et al. 2015, arXiv:1502.01852; PyTorch {@code PReLU}).
 *
 * @param slopes how many factors there are: one, or one for each channel of N×C×…
 */
public record Prelu(long slopes) implements Op {
    private static final Argument<Long> SLOPES = Argument.count(
                    "num_parameters", "factors that are learnt: one, or one for each channel (=in.channels)")
            .asUsual()
            .or(1L);

    public Prelu {
        if (slopes < 1) {
            throw new IllegalArgumentException("no such PReLU: " + slopes + " parameters");
        }
    }

    @Override
    public String kind() {
        return "prelu";
    }

    static final OpRule<Prelu> RULE = new PointwiseRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SLOPES);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Prelu read(Arguments given, Inputs in) {
            return new Prelu(given.get(SLOPES));
        }

        @Override
        protected Attributes attributes(Prelu op) {
            return new Attributes().and(SLOPES, op.slopes);
        }

        @Override
        protected List<Formula> infer(Prelu op, Inputs in) {
            Shape x = in.only();
            if (op.slopes > 1 && (x.rank() < 2 || x.channels() != op.slopes)) {
                throw new Refusal(
                        "shapes-differ",
                        SLOPES.name(),
                        op.slopes + " parameters do not fit the channels of " + x,
                        "use 1, or as many as there are channels: =in.channels");
            }
            return Extents.same(x);
        }

        @Override
        protected List<WeightDeclaration> weights(Prelu op, Inputs in) {
            return List.of(WeightDeclaration.parameter("weight", op.slopes));
        }

        @Override
        protected List<ElementaryOperation> perElement(Prelu op) {
            return List.of(COMPARE, MULTIPLY);
        }

        /**
         * {@code PreluKernelBackward0} keeps the input. Backward, the gradient of the factors has one for each element, until it is
         * summed ({@code _prelu_kernel_backward} of ATen's {@code Activation.cpp}).
         */
        @Override
        protected Tape tape(Prelu op, Inputs in, Shape out) {
            return Tape.of(
                    in,
                    TapeEntry.of(in, out)
                            .keeping(SavedForBackward.OPERANDS)
                            .withParameters()
                            .needing(Formula.ZERO, Formula.elements(out)));
        }
    };
}
