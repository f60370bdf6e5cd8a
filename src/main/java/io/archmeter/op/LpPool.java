package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * The norm of the elements under a window that slides over each channel of N×C×…, (∑ xᵖ)^(1/p), in which no magnitude is taken: of an
 * odd p, and elements that are negative, the root may be none (PyTorch {@code LPPool}; ONNX's {@code LpPool} takes magnitudes). Of a
 * window that hangs over the end it is as many times the mean as there are taps.
 *
 * @param norm p
 */
public record LpPool(Window window, Rounding rounding, double norm) implements Op {
    private static final Argument<Double> NORM =
            Argument.number("norm_type", "power of the elements, and root of their sum");
    private static final Argument<Rounding> ROUNDING = Argument.choice(
                    "ceil_mode", "whether a window that hangs over the end is taken", Rounding::named, "false", "true")
            .or(Rounding.FLOOR);

    public LpPool {
        if (norm <= 0) {
            throw new Refusal(
                    "out-of-range",
                    NORM.name(),
                    NORM.name() + " cannot be " + norm,
                    "use a number above 0, such as 2 for the root of the sum of squares");
        }
    }

    @Override
    public String kind() {
        return "lppool";
    }

    static final OpRule<LpPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Pooling.KERNEL, NORM, Pooling.STRIDE, ROUNDING);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL);
        }

        @Override
        protected LpPool read(Arguments given, Inputs in) {
            return new LpPool(Pooling.window(given, in.only()), given.get(ROUNDING), given.get(NORM));
        }

        @Override
        protected Attributes attributes(LpPool op) {
            return new Attributes().and(op.window).and(NORM, op.norm).and(ROUNDING, op.rounding);
        }

        @Override
        protected List<Formula> infer(LpPool op, Inputs in) {
            return Pooling.infer(op.window, in.only(), op.rounding);
        }

        @Override
        protected List<WeightDeclaration> weights(LpPool op, Inputs in) {
            return List.of();
        }

        /** Each element is raised once, whatever windows it is in; one add per tap, and one root per output element. */
        @Override
        protected Work work(LpPool op, Inputs in, Shape out) {
            Formula powers = Formula.sum(Formula.elements(in.only()), Formula.elements(out));
            return Work.NONE
                    .and(ElementaryOperation.ADD, Pooling.taps(op.window, out))
                    .and(ElementaryOperation.POWER, powers);
        }

        @Override
        protected Reach reach(LpPool op, Inputs in) {
            return new Reach.Sliding(op.window.axes(), false);
        }

        @Override
        protected Storage storage(LpPool op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(LpPool op, Inputs in, Shape out) {
            return LpPoolTape.of(in, out);
        }
    };
}
