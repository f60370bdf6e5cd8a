package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer whose facts are declared in the spec, because no operator here has them: a function of a project's own, or one that
 * Archmeter does not know yet. It takes one tensor or several. Nothing that it declares follows from anything, so that nothing of it is
 * ever left out: what costs nothing is declared as 0.
 *
 * @param function what it computes, for people
 * @param output the extents of its output after the batch
 * @param multiplyAdds for one sample
 * @param saved what is saved for its backward pass
 */
public record Custom(
        Optional<String> function,
        List<Long> output,
        List<WeightDeclaration> parameters,
        long multiplyAdds,
        Saved saved)
        implements Op {
    private static final Argument<String> FUNCTION =
            Argument.text("function", "what it computes, for people").asUsual().orDerived();
    private static final Argument<List<Long>> OUTPUT = Argument.extents(
                    "output", "shape of its output, for one sample; that of its first input if it is left out")
            .orDerived();
    private static final Argument<List<WeightDeclaration>> PARAMETERS =
            Argument.weights("parameters", "names of its parameters with their shapes, or how many there are");
    private static final Argument<Long> MULTIPLY_ADDS =
            Argument.amount("multiply_adds", "its multiply-adds, for one sample");
    private static final Argument<Saved> SAVED = Argument.saved(
            "saved",
            "what it saves for its backward pass: inputs, output, or elements of its own for one sample; or a list of these");

    /**
     * What is saved for the backward pass.
     *
     * @param inputs whether all tensors that come in are
     * @param output whether the tensor that goes out is
     * @param elements of tensors of its own, for one sample
     */
    public record Saved(boolean inputs, boolean output, long elements) {
        static final String INPUTS = "inputs";
        static final String OUTPUT = "output";
    }

    public Custom {
        output = List.copyOf(output);
        parameters = List.copyOf(parameters);
        if (multiplyAdds < 0 || saved.elements < 0) {
            throw new IllegalArgumentException("no layer costs less than nothing");
        }
    }

    @Override
    public String kind() {
        return "custom";
    }

    static final OpRule<Custom> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FUNCTION, OUTPUT, PARAMETERS, MULTIPLY_ADDS, SAVED);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.DECLARED);
        }

        @Override
        protected Custom read(Arguments given, Inputs in) {
            Shape first = in.first();
            return new Custom(
                    given.find(FUNCTION),
                    given.find(OUTPUT).orElseGet(() -> first.extents().subList(1, first.rank())),
                    given.get(PARAMETERS),
                    given.get(MULTIPLY_ADDS),
                    given.get(SAVED));
        }

        @Override
        protected Attributes attributes(Custom op) {
            Attributes attributes = new Attributes();
            op.function.ifPresent(function -> attributes.and(FUNCTION, function));
            return attributes
                    .and(OUTPUT, op.output)
                    .and(PARAMETERS, op.parameters)
                    .and(MULTIPLY_ADDS, op.multiplyAdds)
                    .and(SAVED, op.saved);
        }

        @Override
        protected List<Formula> infer(Custom op, Inputs in) {
            List<Formula> extents =
                    new ArrayList<>(List.of(Formula.of(in.first().batch())));
            for (long extent : op.output) {
                extents.add(Formula.declared(Formula.of(extent)));
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Custom op, Inputs in) {
            return op.parameters;
        }

        /** As many again for each sample; what else it computes is not declared. */
        @Override
        protected Work work(Custom op, Inputs in, Shape out) {
            return Work.multiplyAdds(bySample(op.multiplyAdds, out));
        }

        @Override
        protected Reach reach(Custom op, Inputs in) {
            return Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(Custom op) {
            return Storage.OWN;
        }

        /** One operation, as a {@code torch.autograd.Function} is. */
        @Override
        protected Tape tape(Custom op, Inputs in, Shape out) {
            SavedForBackward kept = new SavedForBackward(
                    op.saved.inputs ? SavedForBackward.Taken.ALL : SavedForBackward.Taken.NONE,
                    op.saved.output,
                    List.of());
            if (op.saved.elements > 0) {
                kept = kept.and(
                        new SavedForBackward.Extra("saved", bySample(op.saved.elements, out), Element.OF_NETWORK));
            }
            TapeEntry entry = TapeEntry.of(in, out).keeping(kept);
            return Tape.of(in, op.parameters.isEmpty() ? entry : entry.withParameters());
        }
    };

    private static Formula bySample(long declared, Shape out) {
        return Formula.product(Formula.of(out.batch()), Formula.declared(Formula.of(declared)));
    }
}
