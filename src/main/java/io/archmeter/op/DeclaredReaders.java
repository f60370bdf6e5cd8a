package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.problem.Nearest;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;

/** From the values of a spec to what it declares of a layer. Each method throws {@link Refusal} for a value of another kind. */
final class DeclaredReaders {
    /** One less than a tensor may have, for the batch. */
    private static final int MOST_AXES = Shape.MOST_AXES - 1;

    private static final String WEIGHTS =
            "a mapping such as {weight: [64, 3, 7, 7], bias: [64]}, or a count; 0 if there are none";

    private DeclaredReaders() {}

    /** Counts in a list; no count is a scalar for each sample. */
    static List<Long> extents(String name, PlainValue value) {
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
        List<Long> extents = new ArrayList<>();
        for (PlainValue item : list.items()) {
            extents.add(Readers.count(name, item));
        }
        return extents;
    }

    /** A count, or pairs of a name and a shape, as which a mapping is read. */
    static List<WeightDeclaration> weights(String name, PlainValue value) {
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
            Shape shape = new Shape(extents(name, pair.items().get(1)));
            weights.add(new WeightDeclaration(weight.text(), Weight.Kind.PARAMETER, shape, DType.FLOAT32));
        }
        return weights;
    }

    private static void requireName(String name, String weight) {
        if (!weight.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new Refusal(
                    "wrong-name",
                    name,
                    "'" + weight + "' cannot be the name of a weight",
                    "begin with a letter, and use only letters (a to z), digits and '_'");
        }
    }

    /** Words, and amounts that are added up; one of these, or a list. */
    static Custom.Saved saved(String name, List<String> words, PlainValue value) {
        List<PlainValue> items = value instanceof PlainValue.Items list ? list.items() : List.of(value);
        boolean inputs = false;
        boolean output = false;
        long elements = 0;
        for (PlainValue item : items) {
            if (item instanceof PlainValue.Text text) {
                requireWord(name, text.text(), words);
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
