package io.archmeter.op;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.ERROR_FUNCTION;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * x times the probability that a standard normal variable is less (Hendrycks and Gimpel 2016, arXiv:1606.08415; PyTorch {@code GELU});
 * any shape.
 */
public record Gelu(Approximation approximation) implements Op {
    private static final Argument<Approximation> APPROXIMATE = Argument.choice(
                    "approximate",
                    "how the probability is computed: by the error function, or (tanh) nearly so",
                    Approximation::named,
                    "none",
                    "tanh")
            .or(Approximation.NONE);

    /** How the probability is computed. */
    public enum Approximation {
        /** ½·x·(1 + erf(x / √2)). */
        NONE(MULTIPLY, MULTIPLY, DIVIDE, ERROR_FUNCTION, ADD),
        /** ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), the cube by two products. */
        TANH(
                MULTIPLY,
                MULTIPLY,
                MULTIPLY,
                MULTIPLY,
                MULTIPLY,
                MULTIPLY,
                ADD,
                ADD,
                EXPONENTIAL,
                EXPONENTIAL,
                ADD,
                ADD,
                DIVIDE);

        private final List<ElementaryOperation> perElement;

        Approximation(ElementaryOperation... perElement) {
            this.perElement = List.of(perElement);
        }

        private static Approximation named(String word) {
            return word.equals("tanh") ? TANH : NONE;
        }

        /** As it would be written in a spec. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String kind() {
        return "gelu";
    }

    static final OpRule<Gelu> RULE = new PointwiseRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(APPROXIMATE);
        }

        /** PyTorch has no form of it that overwrites its input. */
        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Gelu read(Arguments given, Inputs in) {
            return new Gelu(given.get(APPROXIMATE));
        }

        @Override
        protected Attributes attributes(Gelu op) {
            return new Attributes().and(APPROXIMATE, op.approximation);
        }

        @Override
        protected List<ElementaryOperation> perElement(Gelu op) {
            return op.approximation.perElement;
        }

        /** {@code GeluBackward0} keeps the input. */
        @Override
        protected Tape tape(Gelu op, Inputs in, Shape out) {
            return ActivationTape.INPUT.of(false, in, out);
        }
    };
}
