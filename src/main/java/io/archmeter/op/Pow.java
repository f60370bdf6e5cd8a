package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/** Each element to a power that is a number ({@code torch.pow}); any shape. */
public record Pow(double exponent) implements Op {
    private static final Argument<Double> EXPONENT =
            Argument.number("exponent", "power to which each element is raised").asUsual();

    @Override
    public String kind() {
        return "pow";
    }

    static final OpRule<Pow> RULE = new PointwiseRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(EXPONENT);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Pow read(Arguments given, Inputs in) {
            return new Pow(given.get(EXPONENT));
        }

        @Override
        protected Attributes attributes(Pow op) {
            return new Attributes().and(EXPONENT, op.exponent);
        }

        @Override
        protected List<ElementaryOperation> perElement(Pow op) {
            return List.of(ElementaryOperation.POWER);
        }

        /**
         * {@code PowBackward0} keeps the input, and takes a power and a multiple of it, but for an exponent of 0, whose gradient is 0
         * ({@code pow_backward} of {@code torch/csrc/autograd/FunctionsManual.cpp}).
         */
        @Override
        protected Tape tape(Pow op, Inputs in, Shape out) {
            Formula backward = Formula.product(Formula.of(op.exponent == 0 ? 0 : 2), Formula.elements(out));
            return Tape.of(
                    in, TapeEntry.of(in, out).keeping(SavedForBackward.OPERANDS).needing(Formula.ZERO, backward));
        }
    };
}
