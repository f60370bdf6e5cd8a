package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A layer whose facts are declared in the spec, because no operator here has them: a function of a project's own, or one that
 * Archmeter does not know yet. It takes one tensor or several, of any types. Nothing that it declares follows from anything, so that
 * nothing of it is ever left out: what costs nothing is declared as 0, and what nobody knows as unknown.
 *
 * @param function what it computes, for people
 * @param output the extents of its output after the batch
 * @param type of the elements of its output, in a network of float32
 * @param parameters empty where they are not known
 * @param multiplyAdds for one sample; empty where they are not known
 * @param saved what is saved for its backward pass; empty where that is not known
 */
public record Custom(
        Optional<String> function,
        List<Extent> output,
        DType type,
        Optional<List<WeightDeclaration>> parameters,
        OptionalLong multiplyAdds,
        Optional<Saved> saved)
        implements Op {
    private static final Argument<String> FUNCTION =
            Argument.text("function", "what it computes, for people").asUsual().orDerived();
    private static final Argument<List<Extent>> OUTPUT = Argument.extents(
                    "output", "shape of its output, for one sample; that of its first input if it is left out")
            .orDerived();
    private static final Argument<DType> TYPE = Argument.type(
                    "dtype",
                    "what the elements of its output are stored as; that of the network's floating-point numbers, if left out")
            .or(DType.FLOAT32);
    private static final Argument<Optional<List<WeightDeclaration>>> PARAMETERS =
            Argument.weights("parameters", "names of its parameters with their shapes, how many there are, or unknown");
    private static final Argument<OptionalLong> MULTIPLY_ADDS =
            Argument.declaredAmount("multiply_adds", "its multiply-adds, for one sample, or unknown");
    private static final Argument<Optional<Saved>> SAVED = Argument.saved(
            "saved",
            "what it saves for its backward pass: inputs, output, or elements of its own for one sample; a list of these, or unknown");

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
        parameters = parameters.map(List::copyOf);
        if (multiplyAdds.orElse(0) < 0 || saved.isPresent() && saved.get().elements < 0) {
            throw new IllegalArgumentException("no layer costs less than nothing");
        }
    }

    @Override
    public String kind() {
        return "custom";
    }

    static final OpRule<Custom> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FUNCTION, OUTPUT, TYPE, PARAMETERS, MULTIPLY_ADDS, SAVED);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.DECLARED);
        }

        @Override
        protected Custom read(Arguments given, Inputs in) {
            return new Custom(
                    given.find(FUNCTION),
                    given.find(OUTPUT).orElseGet(() -> in.first().sample().axes()),
                    given.get(TYPE),
                    given.get(PARAMETERS),
                    given.get(MULTIPLY_ADDS),
                    given.get(SAVED));
        }

        @Override
        protected Attributes attributes(Custom op) {
            Attributes attributes = new Attributes();
            op.function.ifPresent(function -> attributes.and(FUNCTION, function));
            attributes.and(OUTPUT, op.output);
            if (op.type != DType.FLOAT32) {
                attributes.and(TYPE, op.type);
            }
            return attributes
                    .and(PARAMETERS, op.parameters)
                    .and(MULTIPLY_ADDS, op.multiplyAdds)
                    .and(SAVED, op.saved);
        }

        @Override
        protected List<OutputDeclaration> outputs(Custom op, Inputs in) {
            List<Formula> extents =
                    new ArrayList<>(List.of(Formula.of(in.first().batch())));
            for (Extent extent : op.output) {
                Formula declared = Formula.of(extent);
                extents.add(extent instanceof Extent.Known ? Formula.declared(declared) : declared);
            }
            return List.of(new OutputDeclaration("", extents, op.type));
        }

        @Override
        protected List<WeightDeclaration> weights(Custom op, Inputs in) {
            return op.parameters.orElse(List.of(WeightDeclaration.notKnown(PARAMETERS.name())));
        }

        /** As many again for each sample; what else it computes is not declared. */
        @Override
        protected Work work(Custom op, Inputs in, List<Shape> out) {
            return Work.multiplyAdds(
                    op.multiplyAdds.isPresent() ? bySample(op.multiplyAdds.getAsLong(), in) : Formula.NotKnown.HERE);
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
        protected Tape tape(Custom op, Inputs in, List<Shape> out) {
            if (op.saved.isEmpty()) {
                return Tape.notKnown(in, out, Extent.Unknown.HERE);
            }
            Saved saved = op.saved.get();
            SavedForBackward kept = new SavedForBackward(
                    saved.inputs ? SavedForBackward.Taken.ALL : SavedForBackward.Taken.NONE, saved.output, List.of());
            if (saved.elements > 0) {
                kept = kept.and(new SavedForBackward.Extra("saved", bySample(saved.elements, in), Element.OF_NETWORK));
            }
            TapeEntry entry = TapeEntry.of(in, out.get(0)).keeping(kept);
            boolean weighted = op.parameters.isEmpty() || !op.parameters.get().isEmpty();
            return Tape.of(in, weighted ? entry.withParameters() : entry);
        }
    };

    private static Formula bySample(long declared, Inputs in) {
        return Formula.product(Formula.of(in.first().batch()), Formula.declared(Formula.of(declared)));
    }
}
