package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.problem.Nearest;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** From the values of a spec to what it declares of a layer. Each method throws {@link Refusal} for a value of another kind. */
final class DeclaredReaders {
    /** One less than a tensor may have, for the batch. */
    private static final int MOST_AXES = Shape.MOST_AXES - 1;

    private static final String WEIGHTS =
            "a mapping such as {weight: [64, 3, 7, 7], bias: [64]}, or a count; 0 if there are none";

    private static final String OPERATIONS = "a mapping such as {add: 100, compare: 20}, or unknown";

    private static final String OUTPUTS = "a mapping such as {indices: [8, int64]}";

    /** What is declared of that which nobody knows. */
    static final String UNKNOWN = Extent.Unknown.WORD;

    private DeclaredReaders() {}

    private static boolean isUnknown(PlainValue value) {
        return value.equals(new PlainValue.Text(UNKNOWN));
    }

    /** An amount; empty where it is not known. */
    static OptionalLong amount(String name, PlainValue value) {
        if (isUnknown(value)) {
            return OptionalLong.empty();
        }
        if (value instanceof PlainValue.Text) {
            throw Readers.wrongType(
                    name, value, "a whole number, or " + UNKNOWN, "a whole number, 0 or more, or " + UNKNOWN);
        }
        return OptionalLong.of(Readers.amount(name, value));
    }

    /** Extents in a list; none is a scalar for each sample. */
    static List<Extent> extents(String name, PlainValue value) {
        List<Extent> extents = new ArrayList<>();
        for (PlainValue item : list(name, value).items()) {
            extents.add(isUnknown(item) ? Extent.Unknown.HERE : Extent.of(Readers.amount(name, item)));
        }
        return extents;
    }

    private static PlainValue.Items list(String name, PlainValue value) {
        if (!(value instanceof PlainValue.Items list)) {
            throw Readers.wrongType(name, value, "a list of extents", "a list, such as [64, 56, 56]");
        }
        if (list.items().size() > MOST_AXES) {
            throw new Refusal(
                    "out-of-range",
                    name,
                    name + " has " + list.items().size() + " axes",
                    "use " + MOST_AXES + " axes at most, without the batch");
        }
        return list;
    }

    /** A count, or pairs of a name and a shape, as which a mapping is read; empty where they are not known. */
    static Optional<List<WeightDeclaration>> weights(String name, PlainValue value) {
        return isUnknown(value) ? Optional.empty() : Optional.of(declared(name, value));
    }

    private static List<WeightDeclaration> declared(String name, PlainValue value) {
        if (value instanceof PlainValue.Num) {
            long count = Readers.amount(name, value);
            return count == 0 ? List.of() : List.of(WeightDeclaration.parameter(name, count));
        }
        if (!(value instanceof PlainValue.Items list)) {
            throw Readers.wrongType(name, value, "names with shapes, or a count", WEIGHTS);
        }
        List<WeightDeclaration> weights = new ArrayList<>();
        for (PlainValue item : list.items()) {
            if (!(item instanceof PlainValue.Items pair
                    && pair.items().size() == 2
                    && pair.items().get(0) instanceof PlainValue.Text weight)) {
                throw Readers.wrongType(name, value, "names with shapes, or a count", WEIGHTS);
            }
            requireName(name, weight.text());
            List<Long> extents = new ArrayList<>();
            for (PlainValue extent : list(name, pair.items().get(1)).items()) {
                extents.add(Readers.count(name, extent));
            }
            Shape shape = new Shape(extents);
            weights.add(new WeightDeclaration(weight.text(), Weight.Kind.PARAMETER, shape, DType.FLOAT32));
        }
        return weights;
    }

    /** Pairs of a name and a shape, as which a mapping is read; the last of a shape may be a type. */
    static List<Output> outputs(String name, PlainValue value) {
        List<Output> outputs = new ArrayList<>();
        if (!(value instanceof PlainValue.Items list)) {
            throw Readers.wrongType(name, value, "names with shapes", OUTPUTS);
        }
        for (PlainValue item : list.items()) {
            if (!(item instanceof PlainValue.Items pair
                    && pair.items().size() == 2
                    && pair.items().get(0) instanceof PlainValue.Text output)) {
                throw Readers.wrongType(name, value, "names with shapes", OUTPUTS);
            }
            requireName(name, output.text());
            List<PlainValue> shape =
                    new ArrayList<>(list(name, pair.items().get(1)).items());
            DType type = typeBehind(shape);
            outputs.add(new Output(output.text(), Shape.ofAxes(extents(name, new PlainValue.Items(shape))), type));
        }
        return outputs;
    }

    /** Pairs of a kind and an amount, as which a mapping is read; empty where they are not known. */
    static Optional<Map<ElementaryOperation, OptionalLong>> operations(
            String name, List<String> kinds, PlainValue value) {
        if (isUnknown(value)) {
            return Optional.empty();
        }
        Map<ElementaryOperation, OptionalLong> operations = new EnumMap<>(ElementaryOperation.class);
        if (!(value instanceof PlainValue.Items list)) {
            throw Readers.wrongType(name, value, "kinds with amounts, or " + UNKNOWN, OPERATIONS);
        }
        for (PlainValue item : list.items()) {
            if (!(item instanceof PlainValue.Items pair
                    && pair.items().size() == 2
                    && pair.items().get(0) instanceof PlainValue.Text kind)) {
                throw Readers.wrongType(name, value, "kinds with amounts, or " + UNKNOWN, OPERATIONS);
            }
            requireWord(name, kind.text(), kinds);
            operations.put(
                    ElementaryOperation.values()[kinds.indexOf(kind.text())],
                    amount(name, pair.items().get(1)));
        }
        return Optional.of(operations);
    }

    /** The type that stands behind extents, which is taken from them; that of the network's floating-point numbers where there is none. */
    static DType typeBehind(List<PlainValue> extents) {
        Optional<DType> type = extents.isEmpty() ? Optional.empty() : type(extents.get(extents.size() - 1));
        type.ifPresent(found -> extents.remove(extents.size() - 1));
        return type.orElse(DType.FLOAT32);
    }

    private static Optional<DType> type(PlainValue value) {
        return value instanceof PlainValue.Text word
                ? DType.IN_SPECS.stream()
                        .filter(type -> type.toString().equals(word.text()))
                        .findFirst()
                : Optional.empty();
    }

    static void requireName(String name, String weight) {
        if (!weight.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new Refusal(
                    "wrong-name",
                    name,
                    "'" + weight + "' cannot be the name of a weight",
                    "begin with a letter, and use only letters (a to z), digits and '_'");
        }
    }

    /** Words, and amounts that are added up; one of these, or a list. Empty where it is not known. */
    static Optional<Custom.Saved> saved(String name, List<String> words, PlainValue value) {
        return isUnknown(value) ? Optional.empty() : Optional.of(savedItems(name, words, value));
    }

    private static Custom.Saved savedItems(String name, List<String> words, PlainValue value) {
        List<PlainValue> items = value instanceof PlainValue.Items list ? list.items() : List.of(value);
        boolean inputs = false;
        boolean output = false;
        long elements = 0;
        for (PlainValue item : items) {
            if (item instanceof PlainValue.Text text) {
                requireWord(name, text.text(), words);
                if (isUnknown(item)) {
                    throw Readers.wrongType(name, item, "known in part, or not at all", UNKNOWN + " alone");
                }
                inputs |= text.text().equals(Custom.Saved.INPUTS);
                output |= text.text().equals(Custom.Saved.OUTPUT);
            } else {
                elements = sum(name, elements, Readers.amount(name, item));
            }
        }
        return new Custom.Saved(inputs, output, elements);
    }

    private static long sum(String name, long one, long other) {
        if (other > Long.MAX_VALUE - one) {
            throw new Refusal(
                    "out-of-range", name, name + " is more than a 64-bit number can count", "use smaller numbers");
        }
        return one + other;
    }

    private static void requireWord(String name, String word, List<String> words) {
        if (!words.contains(word)) {
            throw new Refusal("unknown-choice", name, name + " cannot be '" + word + "'", Nearest.remedy(word, words));
        }
    }
}
