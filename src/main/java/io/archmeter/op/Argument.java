package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Output;
import io.archmeter.value.PlainValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One key that an operator has in a spec: its name, what it may be, and what it is when it is left out. Reading, the JSON
 * Schema, the manual and the attributes in reports all come from this one description.
 *
 * @param form what may be written; the schema follows it
 * @param choices the words that may be written, where the form is a choice or takes words beside numbers
 * @param fallback what holds when nothing is written; empty: the argument is required, or {@code optional} says otherwise
 * @param usual whether the argument can stand as the operator's value: {@code {linear: 4096}}
 */
public record Argument<T>(
        String name,
        String meaning,
        Form form,
        List<String> choices,
        Function<PlainValue, T> reader,
        Function<T, PlainValue> writer,
        Optional<T> fallback,
        boolean optional,
        boolean usual) {

    /** What may be written. Every form may be an expression as well. */
    public enum Form {
        COUNT,
        INTEGER,
        /** A whole number, or a list of them. */
        INTEGERS,
        NUMBER,
        FLAG,
        CHOICE,
        PER_AXIS,
        PADDING,
        TEXT,
        /** A whole number, 0 or more. */
        AMOUNT,
        /** Amounts and words, one or several. */
        AMOUNTS,
        /** A list of extents, each of which may not be known. */
        EXTENTS,
        /** A count or −1, or a list of such. */
        SIZES,
        /** A count, or a list of counts. */
        COUNTS,
        /** A count, or a list of counts. */
        PARTS,
        /** A mapping from words to amounts, or that these are not known. */
        COUNTED,
        /** A mapping from names to shapes, behind which a type of elements may stand. */
        OUTPUTS,
        /** A mapping from names to shapes, how many elements there are, or that this is not known. */
        WEIGHTS
    }

    public static Argument<Long> count(String name, String meaning) {
        return of(name, meaning, Form.COUNT, List.of(), value -> Readers.count(name, value), Writers::number);
    }

    public static Argument<Integer> integer(String name, String meaning) {
        return of(
                name,
                meaning,
                Form.INTEGER,
                List.of(),
                value -> Readers.integer(name, value),
                whole -> Writers.number(whole));
    }

    /** One whole number, or a list of them: axes. */
    public static Argument<List<Integer>> integers(String name, String meaning) {
        return of(name, meaning, Form.INTEGERS, List.of(), value -> Readers.integers(name, value), Writers::numbers);
    }

    public static Argument<Double> number(String name, String meaning) {
        return of(name, meaning, Form.NUMBER, List.of(), value -> Readers.number(name, value), Writers::decimal);
    }

    public static Argument<Boolean> flag(String name, String meaning) {
        return of(name, meaning, Form.FLAG, List.of(), value -> Readers.flag(name, value), PlainValue.Flag::new);
    }

    /** One count for all spatial axes, or a list with one per axis. */
    public static Argument<PerAxis> perAxis(String name, String meaning) {
        return of(
                name,
                meaning,
                Form.PER_AXIS,
                List.of(),
                value -> Readers.perAxis(name, value),
                perAxis -> Writers.numbers(perAxis.numbers()));
    }

    public static Argument<Padding> padding(String name, String meaning, String... words) {
        List<String> choices = List.of(words);
        return of(
                name, meaning, Form.PADDING, choices, value -> Readers.padding(name, choices, value), Writers::padding);
    }

    /** Words for people. */
    public static Argument<String> text(String name, String meaning) {
        return of(name, meaning, Form.TEXT, List.of(), value -> Readers.text(name, value), PlainValue.Text::new);
    }

    /** A whole number, 0 or more. */
    public static Argument<Long> amount(String name, String meaning) {
        return of(name, meaning, Form.AMOUNT, List.of(), value -> Readers.amount(name, value), Writers::number);
    }

    /** Counts, and −1 for what follows from the input: one, or a list. */
    public static Argument<List<Long>> sizes(String name, String meaning) {
        return of(name, meaning, Form.SIZES, List.of(), value -> Readers.sizes(name, value), Writers::counts);
    }

    /** Counts: one, or a list. */
    public static Argument<List<Long>> counts(String name, String meaning) {
        return of(name, meaning, Form.COUNTS, List.of(), value -> Readers.counts(name, value), Writers::counts);
    }

    /** How many parts there are, or a list with the size of each. */
    static Argument<Parts> parts(String name, String meaning) {
        return of(name, meaning, Form.PARTS, List.of(), value -> Parts.read(name, value), Parts::write);
    }

    /** The extents of one sample. */
    static Argument<List<Extent>> extents(String name, String meaning) {
        return of(
                name,
                meaning,
                Form.EXTENTS,
                List.of(),
                value -> DeclaredReaders.extents(name, value),
                DeclaredWriters::extents);
    }

    /** A whole number, 0 or more; empty where it is declared not to be known. */
    static Argument<OptionalLong> declaredAmount(String name, String meaning) {
        return of(
                name,
                meaning,
                Form.AMOUNTS,
                List.of(DeclaredReaders.UNKNOWN),
                value -> DeclaredReaders.amount(name, value),
                DeclaredWriters::amount);
    }

    static Argument<Optional<List<WeightDeclaration>>> weights(String name, String meaning) {
        return of(
                name,
                meaning,
                Form.WEIGHTS,
                List.of(),
                value -> DeclaredReaders.weights(name, value),
                weights -> DeclaredWriters.weights(name, weights));
    }

    static Argument<List<Output>> outputs(String name, String meaning) {
        return of(
                name,
                meaning,
                Form.OUTPUTS,
                List.of(),
                value -> DeclaredReaders.outputs(name, value),
                DeclaredWriters::outputs);
    }

    static Argument<Optional<Map<ElementaryOperation, OptionalLong>>> operations(String name, String meaning) {
        List<String> kinds = Arrays.stream(ElementaryOperation.values())
                .map(ElementaryOperation::toString)
                .toList();
        return of(
                name,
                meaning,
                Form.COUNTED,
                kinds,
                value -> DeclaredReaders.operations(name, kinds, value),
                DeclaredWriters::operations);
    }

    static Argument<Optional<Custom.Saved>> saved(String name, String meaning) {
        List<String> words = List.of(Custom.Saved.INPUTS, Custom.Saved.OUTPUT, DeclaredReaders.UNKNOWN);
        return of(
                name,
                meaning,
                Form.AMOUNTS,
                words,
                value -> DeclaredReaders.saved(name, words, value),
                DeclaredWriters::saved);
    }

    /** One of the constants of an enum, whose text is what is written; {@code true} and {@code false} are read as such words. */
    public static <E extends Enum<E>> Argument<E> choice(
            String name, String meaning, Function<String, E> named, String... words) {
        List<String> choices = List.of(words);
        return of(
                name,
                meaning,
                Form.CHOICE,
                choices,
                value -> named.apply(Readers.choice(name, choices, value)),
                Writers::word);
    }

    /** What elements are stored as. */
    static Argument<DType> type(String name, String meaning) {
        return choice(
                name,
                meaning,
                word -> DType.valueOf(word.toUpperCase(Locale.ROOT)),
                DType.IN_SPECS.stream().map(DType::toString).toArray(String[]::new));
    }

    private static <T> Argument<T> of(
            String name,
            String meaning,
            Form form,
            List<String> choices,
            Function<PlainValue, T> reader,
            Function<T, PlainValue> writer) {
        return new Argument<>(name, meaning, form, choices, reader, writer, Optional.empty(), false, false);
    }

    public Argument<T> asUsual() {
        return new Argument<>(name, meaning, form, choices, reader, writer, fallback, optional, true);
    }

    public Argument<T> or(T value) {
        return new Argument<>(name, meaning, form, choices, reader, writer, Optional.of(value), true, usual);
    }

    /** May be left out; the operator then finds the value itself. */
    public Argument<T> orDerived() {
        return new Argument<>(name, meaning, form, choices, reader, writer, Optional.empty(), true, usual);
    }

    public boolean required() {
        return !optional;
    }

    /** The typed value; throws {@link Refusal} where the value is of the wrong kind. */
    public T read(PlainValue value) {
        return reader.apply(value);
    }

    /** The typed value as it could be written in a spec. */
    PlainValue write(T value) {
        return writer.apply(value);
    }

    /** What holds when nothing is written, in the spec's words. */
    public Optional<String> fallbackText() {
        return fallback.map(value -> value.toString().toLowerCase(Locale.ROOT));
    }
}
