package io.archmeter.op;

import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.ERROR_FUNCTION;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;
import static io.archmeter.op.ElementaryOperation.SINE;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A mathematical function of one number, without constants, applied to each element ({@code torch.exp} and others); any shape. */
public record Pointwise(Function function) implements Op {
    /**
     * One row for each function: what autograd keeps, how many tensors its backward pass has beside its gradient ({@code
     * tools/autograd/derivatives.yaml}), and what one element costs.
     */
    public enum Function {
        /** {@code AbsBackward0} keeps the input, and takes its signs. */
        ABS(SavedForBackward.OPERANDS, 1, COMPARE),
        /** {@code CosBackward0} keeps the input, and takes its sine and the negative of that. */
        COS(SavedForBackward.OPERANDS, 2, SINE),
        /** {@code ErfBackward0} keeps the input, and takes its square, the negative of that, the exponential, and a multiple of it. */
        ERF(SavedForBackward.OPERANDS, 4, ERROR_FUNCTION),
        /** {@code ExpBackward0} keeps the result. */
        EXP(SavedForBackward.OUTPUT, 0, EXPONENTIAL),
        /** {@code LogBackward0} keeps the input. */
        LOG(SavedForBackward.OPERANDS, 0, LOGARITHM),
        /** {@code NegBackward0} keeps nothing. */
        NEG(SavedForBackward.NOTHING, 0),
        /** {@code ReciprocalBackward0} keeps the result, and takes its square and the negative of the gradient. */
        RECIPROCAL(SavedForBackward.OUTPUT, 2, DIVIDE),
        /** {@code RsqrtBackward0} keeps the result, and takes its cube and a multiple of the gradient. */
        RSQRT(SavedForBackward.OUTPUT, 2, POWER, DIVIDE),
        /** {@code SinBackward0} keeps the input, and takes its cosine. */
        SIN(SavedForBackward.OPERANDS, 1, SINE),
        /** {@code SqrtBackward0} keeps the result, and takes its double. */
        SQRT(SavedForBackward.OUTPUT, 1, POWER),
        /** {@code PowBackward0} keeps the input, and takes its first power and the double of that. */
        SQUARE(SavedForBackward.OPERANDS, 2, MULTIPLY);

        private final String kind = name().toLowerCase(Locale.ROOT);
        private final SavedForBackward kept;
        private final int temporaries;
        private final List<ElementaryOperation> perElement;

        Function(SavedForBackward kept, int temporaries, ElementaryOperation... perElement) {
            this.kept = kept;
            this.temporaries = temporaries;
            this.perElement = List.of(perElement);
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Pointwise> rule(Function function) {
        return new PointwiseRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return List.of();
            }

            @Override
            protected Set<Trait> traits() {
                return Set.of();
            }

            @Override
            protected Pointwise read(Arguments given, Inputs in) {
                return new Pointwise(function);
            }

            @Override
            protected Attributes attributes(Pointwise op) {
                return new Attributes();
            }

            @Override
            protected List<ElementaryOperation> perElement(Pointwise op) {
                return op.function.perElement;
            }

            @Override
            protected Tape tape(Pointwise op, Inputs in, Shape out) {
                Formula backward = Formula.product(Formula.of(op.function.temporaries), Formula.elements(out));
                return Tape.of(
                        in, TapeEntry.of(in, out).keeping(op.function.kept).needing(Formula.ZERO, backward));
            }
        };
    }
}
