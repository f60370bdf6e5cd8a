package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tensor that is stored for a layer, in a form that does not follow from its operator: a weight in another type, one of several of which
 * a weight is computed, or a setting that a file keeps as a tensor.
 *
 * @param role what the layer takes it for
 * @param declared the tensor under its own name
 */
public record StoredWeight(String role, WeightDeclaration declared) {
    private static final String NAME = "stored";

    private static final String EXAMPLE =
            "names with shapes, such as {weight: [64, 3, 7, 7, int8]}, or, where a weight is"
                    + " computed, {weight: {values: [64, 3, 7, 7, int8], scale: [64, constant]}}";

    /**
     * The tensors of a layer: those that are said, and the weights of its operator of which nothing is said.
     *
     * @param value pairs of a name and a shape, with a type and a kind behind it; or of a name and such pairs
     * @throws Refusal where it is something else
     */
    public static List<StoredWeight> of(PlainValue value, List<WeightDeclaration> asked) {
        Map<String, PlainValue> said =
                pairs(value, asked.stream().map(WeightDeclaration::name).collect(Collectors.toSet()));
        List<StoredWeight> stored = new ArrayList<>();
        for (WeightDeclaration weight : asked) {
            PlainValue form = said.remove(weight.name());
            if (form == null) {
                stored.add(new StoredWeight(weight.name(), weight));
            } else if (arePairs(form)) {
                pairs(form, Set.of())
                        .forEach((name, shape) -> stored.add(
                                new StoredWeight(weight.name() + WeightUse.OF + name, declaration(name, shape))));
            } else {
                stored.add(new StoredWeight(weight.name(), declaration(weight.name(), form)));
            }
        }
        said.forEach(
                (name, shape) -> stored.add(new StoredWeight(WeightUse.AS_ATTRIBUTE + name, declaration(name, shape))));
        requireDifferent(stored);
        return stored;
    }

    private static void requireDifferent(List<StoredWeight> stored) {
        Set<String> names = new HashSet<>();
        for (StoredWeight weight : stored) {
            if (!names.add(weight.declared.name())) {
                throw new Refusal(
                        "duplicate-name",
                        NAME,
                        "two of its tensors are named " + weight.declared.name(),
                        "give one of them another name");
            }
        }
    }

    private static boolean arePairs(PlainValue value) {
        return value instanceof PlainValue.Items list
                && !list.items().isEmpty()
                && list.items().get(0) instanceof PlainValue.Items;
    }

    /** @param known names that need not be checked */
    private static Map<String, PlainValue> pairs(PlainValue value, Set<String> known) {
        Map<String, PlainValue> pairs = new LinkedHashMap<>();
        if (value instanceof PlainValue.Items list) {
            for (PlainValue item : list.items()) {
                if (item instanceof PlainValue.Items pair
                        && pair.items().size() == 2
                        && pair.items().get(0) instanceof PlainValue.Text name) {
                    if (!known.contains(name.text())) {
                        DeclaredReaders.requireName(NAME, name.text());
                    }
                    pairs.put(name.text(), pair.items().get(1));
                }
            }
        }
        if (pairs.isEmpty() || pairs.size() < ((PlainValue.Items) value).items().size()) {
            throw Readers.wrongType(NAME, value, "names with shapes", EXAMPLE);
        }
        return pairs;
    }

    /** A shape, and behind it the words for its type and its kind, where these are not those of a parameter. */
    private static WeightDeclaration declaration(String name, PlainValue value) {
        if (!(value instanceof PlainValue.Items list)) {
            throw Readers.wrongType(NAME, value, "names with shapes", EXAMPLE);
        }
        List<PlainValue> extents = new ArrayList<>(list.items());
        Optional<Weight.Kind> kind = kind(extents);
        DType type = DeclaredReaders.typeBehind(extents);
        Shape shape = Shape.ofAxes(DeclaredReaders.extents(NAME, new PlainValue.Items(extents)));
        return new WeightDeclaration(name, kind.orElse(Weight.Kind.PARAMETER), shape, type);
    }

    private static Optional<Weight.Kind> kind(List<PlainValue> parts) {
        if (parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof PlainValue.Text word)) {
            return Optional.empty();
        }
        for (Weight.Kind kind : Weight.Kind.values()) {
            if (word(kind).equals(word.text())) {
                parts.remove(parts.size() - 1);
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** As a spec writes it. */
    public static String word(Weight.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
