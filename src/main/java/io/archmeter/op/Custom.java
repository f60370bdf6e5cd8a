package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param batch whether {@code output}, and the shapes of {@code outputs}, have the axis of the batch, so that multiply-adds are those of
 *     all samples
 * @param outputs what it puts out beside {@code output}
 * @param effectiveMultiplyAdds those of {@code multiplyAdds} whose tap falls on the input; empty where all do
 * @param storage where its output may lie
 * @param others how many operations of other kinds there are, each empty where that is not known; empty where nothing is known of them
 */
public record Custom(
        Optional<String> function,
        List<Extent> output,
        DType type,
        Optional<List<WeightDeclaration>> parameters,
        OptionalLong multiplyAdds,
        Optional<Saved> saved,
        boolean batch,
        List<Output> outputs,
        OptionalLong effectiveMultiplyAdds,
        Place storage,
        Optional<Map<ElementaryOperation, OptionalLong>> others)
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

    private static final Argument<Boolean> BATCH = Argument.flag(
                    "batch",
                    "whether its shapes have the axis of the batch, and its multiply-adds are those of all samples")
            .or(false);
    private static final Argument<List<Output>> OUTPUTS = Argument.outputs(
                    "outputs", "names of what it puts out beside its output, with shapes, and a dtype behind them")
            .orDerived();
    private static final Argument<OptionalLong> EFFECTIVE = Argument.declaredAmount(
                    "effective_multiply_adds", "those of its multiply-adds that are not on padding; all, if left out")
            .orDerived();
    private static final Argument<Place> STORAGE = Argument.choice(
                    "storage",
                    "where its output lies: in a place of its own, in that of its first input that is as large, or it is a view of its first input, or its outputs are the parts of that",
                    Place::of,
                    "own",
                    "in_place",
                    "view",
                    "parts")
            .or(Place.OWN);

    private static final Argument<Optional<Map<ElementaryOperation, OptionalLong>>> OTHERS = Argument.operations(
                    "others",
                    "other operations than multiply-adds, by kind, for one sample, each a number or unknown, or unknown; none, if left out")
            .orDerived();

    /** Where an output may lie, of what a layer can declare. */
    public enum Place {
        OWN(Storage.OWN),
        IN_PLACE(Storage.IN_PLACE),
        VIEW(Storage.VIEW),
        PARTS(Storage.PARTS);

        private final Storage storage;

        Place(Storage storage) {
            this.storage = storage;
        }

        private boolean fits(Inputs in, List<Shape> outputs) {
            return switch (this) {
                case OWN -> true;
                case IN_PLACE -> in.shapes().stream().anyMatch(shape -> shape.hasAsManyElements(outputs.get(0)));
                case VIEW -> in.first().hasAsManyElements(outputs.get(0));
                case PARTS ->
                    in.first().unknown().isEmpty()
                            && outputs.stream()
                                    .allMatch(output -> output.unknown().isEmpty())
                            && storage.fits(in.first(), outputs);
            };
        }

        static Place of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return storage.toString();
        }
    }

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
        outputs = List.copyOf(outputs);
        others = others.map(Map::copyOf);
        if (multiplyAdds.orElse(0) < 0
                || effectiveMultiplyAdds.orElse(0) < 0
                || saved.isPresent() && saved.get().elements < 0) {
            throw new IllegalArgumentException("no layer costs less than nothing");
        }
    }

    /** One with one output for each sample, in a place of its own. */
    public Custom(
            Optional<String> function,
            List<Extent> output,
            DType type,
            Optional<List<WeightDeclaration>> parameters,
            OptionalLong multiplyAdds,
            Optional<Saved> saved) {
        this(
                function,
                output,
                type,
                parameters,
                multiplyAdds,
                saved,
                false,
                List.of(),
                OptionalLong.empty(),
                Place.OWN,
                Optional.of(Map.of()));
    }

    @Override
    public String kind() {
        return "custom";
    }

    static final OpRule<Custom> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(
                    FUNCTION,
                    OUTPUT,
                    TYPE,
                    PARAMETERS,
                    MULTIPLY_ADDS,
                    SAVED,
                    BATCH,
                    OUTPUTS,
                    EFFECTIVE,
                    STORAGE,
                    OTHERS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.DECLARED);
        }

        @Override
        protected Custom read(Arguments given, Inputs in) {
            boolean batch = given.get(BATCH);
            if (in.size() == 0 && given.find(OUTPUT).isEmpty()) {
                throw new Refusal(
                        "missing-argument",
                        "",
                        "takes nothing, so that its output does not follow from anything",
                        "add output: and its shape");
            }
            Place place = given.get(STORAGE);
            Custom custom = new Custom(
                    given.find(FUNCTION),
                    given.find(OUTPUT)
                            .orElseGet(() -> (batch ? in.first() : in.first().sample()).axes()),
                    given.get(TYPE),
                    given.get(PARAMETERS),
                    given.get(MULTIPLY_ADDS),
                    given.get(SAVED),
                    batch,
                    given.find(OUTPUTS).orElse(List.of()),
                    given.find(EFFECTIVE).orElse(OptionalLong.empty()),
                    place,
                    given.find(OTHERS).orElse(Optional.of(Map.of())));
            requirePlace(custom, in);
            return custom;
        }

        /** Elements can only lie where as many lie. */
        private void requirePlace(Custom op, Inputs in) {
            if (op.storage == Place.OWN) {
                return;
            }
            if (in.size() == 0) {
                throw new Refusal(
                        "unequal-places",
                        STORAGE.name(),
                        "it takes nothing, in whose place its output could lie",
                        "leave storage out");
            }
            List<Shape> outputs = new ArrayList<>(List.of(op.shape(op.output, in)));
            op.outputs.forEach(output -> outputs.add(op.shape(output.shape().axes(), in)));
            if (!op.storage.fits(in, outputs)) {
                throw new Refusal(
                        "unequal-places",
                        STORAGE.name(),
                        op.storage == Place.PARTS
                                ? "its outputs are not the parts of the input " + in.first() + ", one after the other"
                                : "the output " + outputs.get(0) + " cannot lie in the place of the input "
                                        + in.first(),
                        "leave storage out, or let both have as many elements");
            }
        }

        @Override
        protected Attributes attributes(Custom op) {
            Attributes attributes = new Attributes();
            op.function.ifPresent(function -> attributes.and(FUNCTION, function));
            attributes.and(OUTPUT, op.output);
            if (op.type != DType.FLOAT32) {
                attributes.and(TYPE, op.type);
            }
            attributes
                    .and(PARAMETERS, op.parameters)
                    .and(MULTIPLY_ADDS, op.multiplyAdds)
                    .and(SAVED, op.saved);
            return further(op, attributes);
        }

        private Attributes further(Custom op, Attributes attributes) {
            if (op.batch) {
                attributes.and(BATCH, true);
            }
            if (!op.outputs.isEmpty()) {
                attributes.and(OUTPUTS, op.outputs);
            }
            if (op.effectiveMultiplyAdds.isPresent()) {
                attributes.and(EFFECTIVE, op.effectiveMultiplyAdds);
            }
            if (op.storage != Place.OWN) {
                attributes.and(STORAGE, op.storage);
            }
            return op.others.equals(Optional.of(Map.of())) ? attributes : attributes.and(OTHERS, op.others);
        }

        @Override
        protected List<OutputDeclaration> outputs(Custom op, Inputs in) {
            List<OutputDeclaration> all = new ArrayList<>();
            all.add(new OutputDeclaration("", extents(op, op.output, in), op.type));
            for (Output output : op.outputs) {
                all.add(new OutputDeclaration(
                        output.name(), extents(op, output.shape().axes(), in), output.type()));
            }
            return all;
        }

        private List<Formula> extents(Custom op, List<Extent> axes, Inputs in) {
            List<Formula> extents = new ArrayList<>();
            if (!op.batch) {
                extents.add(samples(in));
            }
            for (Extent extent : axes) {
                Formula declared = Formula.of(extent);
                extents.add(extent instanceof Extent.Known ? Formula.declared(declared) : declared);
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Custom op, Inputs in) {
            return op.parameters.orElse(List.of(WeightDeclaration.notKnown(PARAMETERS.name())));
        }

        /** As many again for each sample. */
        @Override
        protected Work work(Custom op, Inputs in, List<Shape> out) {
            Formula all = amount(op, op.multiplyAdds, in);
            Formula effective = op.effectiveMultiplyAdds.isPresent() ? amount(op, op.effectiveMultiplyAdds, in) : all;
            Work work = new Work(all, effective, Map.of());
            for (ElementaryOperation kind : ElementaryOperation.values()) {
                OptionalLong count = op.others.isEmpty()
                        ? OptionalLong.empty()
                        : op.others.get().getOrDefault(kind, OptionalLong.of(0));
                work = count.orElse(1) == 0 ? work : work.and(kind, amount(op, count, in));
            }
            return work;
        }

        private Formula amount(Custom op, OptionalLong declared, Inputs in) {
            if (declared.isEmpty()) {
                return Formula.NotKnown.HERE;
            }
            long count = declared.getAsLong();
            return op.batch ? Formula.declared(Formula.of(count)) : bySample(count, in);
        }

        @Override
        protected Reach reach(Custom op, Inputs in) {
            return op.storage == Place.IN_PLACE ? Reach.POINTWISE : Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(Custom op) {
            return op.storage.storage;
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
                kept = kept.and(new SavedForBackward.Extra(
                        "saved", amount(op, OptionalLong.of(saved.elements), in), Element.OF_NETWORK));
            }
            boolean weighted = op.parameters.isEmpty() || !op.parameters.get().isEmpty();
            List<TapeEntry> entries = new ArrayList<>();
            List<Integer> outputs = new ArrayList<>();
            for (Shape shape : out) {
                TapeEntry entry = TapeEntry.of(in, shape).keeping(entries.isEmpty() ? kept : SavedForBackward.NOTHING);
                outputs.add(in.size() + entries.size());
                entries.add(weighted ? entry.withParameters() : entry);
            }
            return new Tape(in.size(), entries, outputs);
        }
    };

    private Shape shape(List<Extent> axes, Inputs in) {
        Shape declared = Shape.ofAxes(axes);
        return batch
                ? declared
                : declared.batched(in.size() == 0 ? 1 : in.first().batch());
    }

    private static Formula bySample(long declared, Inputs in) {
        return Formula.product(samples(in), Formula.declared(Formula.of(declared)));
    }

    /** What takes nothing is the same for all samples. */
    private static Formula samples(Inputs in) {
        return in.size() == 0 ? Formula.ONE : Formula.of(in.first().batch());
    }
}
