package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A function of one number, applied to each element; any shape. */
public record Activation(Function function) implements Op {
    /** One row for each function: what one element costs. */
    public enum Function {
        /** max(x, 0). */
        RELU(ElementaryOperation.COMPARE),
        /** 1 / (1 + exp(−x)). */
        SIGMOID(ElementaryOperation.EXPONENTIAL, ElementaryOperation.ADD, ElementaryOperation.DIVIDE);

        private final String kind = name().toLowerCase(Locale.ROOT);
        private final Set<ElementaryOperation> perElement;

        Function(ElementaryOperation... perElement) {
            this.perElement = Set.of(perElement);
        }
    }

    @Override
    public String kind() {
        return function.kind;
    }

    static OpRule<Activation> rule(Function function) {
        return new SingleOutputRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return List.of();
            }

            @Override
            protected Set<Trait> traits() {
                return Set.of(Trait.ACTIVATION);
            }

            @Override
            protected Activation read(Arguments given, Inputs in) {
                return new Activation(function);
            }

            @Override
            protected Attributes attributes(Activation op) {
                return new Attributes();
            }

            @Override
            protected List<Formula> infer(Activation op, Inputs in) {
                return Extents.same(in.only());
            }

            @Override
            protected List<WeightDeclaration> weights(Activation op, Inputs in) {
                return List.of();
            }

            @Override
            protected Work work(Activation op, Inputs in, Shape out) {
                Work work = Work.NONE;
                for (ElementaryOperation kind : op.function.perElement) {
                    work = work.and(kind, Formula.elements(out));
                }
                return work;
            }

            @Override
            protected Reach reach(Activation op, Inputs in) {
                return Reach.POINTWISE;
            }

            @Override
            protected Storage storage(Activation op) {
                return Storage.IN_PLACE;
            }

            /** {@code ReluBackward0} and {@code SigmoidBackward0} keep the result. */
            @Override
            protected Tape tape(Activation op, Inputs in, Shape out) {
                return Tape.of(in, TapeEntry.of(in, out).inPlace().keeping(SavedForBackward.OUTPUT));
            }
        };
    }
}
