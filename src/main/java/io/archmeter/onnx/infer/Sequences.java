package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences of tensors: put together, taken apart, and asked for their length. */
final class Sequences {
    static final NodeRule EMPTY = call -> Outcome.of(Fact.Sequence.of(List.of()));
    static final NodeRule CONSTRUCT = call -> {
        call.facts().forEach(fact -> requireElement(call, fact));
        return Outcome.of(Fact.Sequence.of(call.facts()));
    };
    static final NodeRule INSERT = Sequences::insert;
    static final NodeRule ERASE = Sequences::erase;
    static final NodeRule AT = Sequences::at;
    static final NodeRule LENGTH = Sequences::length;

    /** Whoever puts one more element into a list of so many copies them all: of longer ones nobody follows each. */
    private static final int MOST_FOLLOWED = 1024;

    private Sequences() {}

    /** Those of ONNX hold tensors; sequences in sequences would be as deep as a file is long. */
    static void requireElement(NodeCall call, Fact fact) {
        if (fact instanceof Fact.Sequence) {
            throw call.refusal(call.operator() + " puts a sequence into a sequence, and those hold tensors");
        }
    }

    /** An input that is a sequence; throws {@link UnknownException} where nothing is known of it. */
    static Fact.Sequence sequence(NodeCall call, int input) {
        Fact fact = call.fact(input);
        if (fact instanceof Fact.Sequence sequence) {
            return sequence;
        }
        throw fact.unknown()
                .<RuntimeException>map(UnknownException::new)
                .orElseGet(() -> call.refusal(call.operator() + " takes a sequence as input " + (input + 1)));
    }

    private static Outcome insert(NodeCall call) {
        Fact.Sequence sequence = sequence(call, 0);
        Fact inserted = call.fact(1);
        requireElement(call, inserted);
        Optional<Integer> position = sequence.elements()
                .flatMap(elements -> position(call, 2, elements.size(), true))
                .filter(followed -> sequence.elements().get().size() < MOST_FOLLOWED);
        if (position.isPresent()) {
            List<Fact> elements = new ArrayList<>(sequence.elements().get());
            elements.add(position.get(), inserted);
            // What is known of the others is not worked out again: that of all would take the square of their count.
            Fact each = sequence.element()
                    .map(before -> EitherFact.of(before, inserted, Extent.Unknown.HERE))
                    .orElse(inserted);
            return Outcome.of(new Fact.Sequence(Optional.of(each), Extent.of(elements.size()), Optional.of(elements)));
        }
        List<Fact> either = new ArrayList<>(List.of(inserted));
        boolean empty = sequence.length().equals(Extent.of(0));
        if (!empty) {
            either.add(each(call, sequence));
        }
        return Outcome.of(new Fact.Sequence(
                EitherFact.of(either, call.here()),
                ExtentArithmetic.sum(sequence.length(), Extent.of(1)),
                Optional.empty()));
    }

    private static Outcome erase(NodeCall call) {
        Fact.Sequence sequence = sequence(call, 0);
        Optional<Integer> position = sequence.elements()
                .flatMap(elements -> position(call, 1, elements.size(), false))
                .filter(followed -> sequence.elements().get().size() <= MOST_FOLLOWED);
        if (position.isPresent()) {
            List<Fact> elements = new ArrayList<>(sequence.elements().get());
            elements.remove((int) position.get());
            return Outcome.of(Fact.Sequence.of(elements));
        }
        Extent length = sequence.length();
        if (length.equals(Extent.of(0))) {
            throw call.refusal("an empty sequence has nothing to erase");
        }
        return Outcome.of(new Fact.Sequence(
                Optional.of(each(call, sequence)),
                length instanceof Extent.Known known ? Extent.of(known.value() - 1) : length,
                Optional.empty()));
    }

    private static Outcome at(NodeCall call) {
        Fact.Sequence sequence = sequence(call, 0);
        Optional<Integer> position = sequence.elements().flatMap(elements -> position(call, 1, elements.size(), false));
        return Outcome.of(position.isPresent() ? sequence.elements().get().get(position.get()) : each(call, sequence));
    }

    /** Where in a sequence; at its end where nothing is said, and empty where that is not known. */
    private static Optional<Integer> position(NodeCall call, int input, int length, boolean between) {
        int places = between ? length + 1 : length;
        if (call.has(input)
                && call.contentOf(input).filter(SmallContent::isKnown).isEmpty()) {
            return Optional.empty();
        }
        long written = call.has(input) ? call.whole(input) : places - 1L;
        long position = written < 0 ? written + length : written;
        if (position < 0 || position >= places) {
            throw call.refusal("a sequence of " + length + " has no position " + written);
        }
        return Optional.of((int) position);
    }

    /** What is known of any element. */
    private static Fact each(NodeCall call, Fact.Sequence sequence) {
        Optional<Fact> each = sequence.elements().isPresent()
                ? EitherFact.of(sequence.elements().get(), call.here())
                : sequence.element();
        return each.orElseGet(() -> new Fact.Anything(call.here()));
    }

    private static Outcome length(NodeCall call) {
        Extent length;
        try {
            length = sequence(call, 0).length();
        } catch (UnknownException notKnown) {
            length = notKnown.unknown();
        }
        return Outcome.of(Fact.tensor(DType.INT64, Shape.of(), List.of(FollowedElement.of(length))));
    }
}
