package io.archmeter.sweep.file;

import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.sweep.Values;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of a param: {@code [16, 32]}, {@code {from: 16, to: 64, step: 8}}, {@code {each: [3, 5], times: [2, 3]}}, {@code {product:
 * [[3, 5], [4, 6]]}}. What is none adds a problem.
 */
final class ValuesReader {
    private static final List<String> KEYS = List.of("from", "to", "step", "each", "times", "product");
    private static final String EXAMPLE =
            "a list, {from: 16, to: 64, step: 8}, {each: [3, 5], times: 4}, or {product: [[3, 5], [4, 6]]}";

    /** A longer list is no choice that anybody makes. */
    private static final long LONGEST = 10_000;

    private final Problems problems;

    ValuesReader(Problems problems) {
        this.problems = problems;
    }

    /** @param what whose values they are, in the words of a problem */
    Optional<Values> read(String what, SourceValue located) {
        if (located instanceof SourceValue.Items list) {
            return listed(what, list);
        }
        if (located instanceof SourceValue.Mapping) {
            return described(what, located);
        }
        return value(what, located).map(Values::of);
    }

    private Optional<Values> listed(String what, SourceValue.Items list) {
        if (list.items().isEmpty()) {
            problems.add(list.at(), "empty-space", what + " has no values", "write at least one");
            return Optional.empty();
        }
        if (list.items().stream().anyMatch(SourceValue.Mapping.class::isInstance)) {
            List<Values> parts = all(what, list.items());
            return parts.size() == list.items().size() ? Optional.of(new Values.Union(parts)) : Optional.empty();
        }
        List<PlainValue> values = new ArrayList<>();
        list.items().forEach(item -> value(what, item).ifPresent(values::add));
        return values.size() == list.items().size() ? Optional.of(new Values.Listed(values)) : Optional.empty();
    }

    /** Of elements in a list of several kinds, a list is a value and not a list of values. */
    private List<Values> all(String what, List<SourceValue> items) {
        List<Values> all = new ArrayList<>();
        for (SourceValue item : items) {
            (item instanceof SourceValue.Mapping
                            ? read(what, item)
                            : value(what, item).map(Values::of))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<PlainValue> value(String what, SourceValue located) {
        if (located.isNothing()) {
            problems.add(located.at(), "missing-value", what + " has no value here", "write " + EXAMPLE);
            return Optional.empty();
        }
        int before = problems.sorted().size();
        PlainValue value = Unevaluated.of(located, problems).value();
        return problems.sorted().size() == before && !(value instanceof PlainValue.Unknown)
                ? Optional.of(value)
                : Optional.empty();
    }

    private Optional<Values> described(String what, SourceValue located) {
        CheckedMapping keys =
                CheckedMapping.of("values of " + what, EXAMPLE, located, KEYS, SpaceWords.OF_VALUES, problems);
        if (keys.find("from").isPresent() || keys.find("to").isPresent()) {
            return range(what, located, keys);
        }
        Optional<SourceValue> each = keys.find("each");
        if (each.isPresent()) {
            return lists(what, located, keys, each.get());
        }
        Optional<SourceValue> product = keys.find("product");
        if (product.isPresent() && product.get() instanceof SourceValue.Items list) {
            List<Values> elements = new ArrayList<>();
            list.items().forEach(item -> read(what, item).ifPresent(elements::add));
            return elements.size() == list.items().size()
                    ? Optional.of(new Values.Product(elements))
                    : Optional.empty();
        }
        if (keys.sound()) {
            problems.add(located.at(), "wrong-values", "this says no values of " + what, "write " + EXAMPLE);
        }
        return Optional.empty();
    }

    private Optional<Values> range(String what, SourceValue located, CheckedMapping keys) {
        Optional<Rational> first = number(what, located, keys, "from");
        Optional<Rational> last = number(what, located, keys, "to");
        Optional<Rational> step =
                keys.find("step").isPresent() ? number(what, located, keys, "step") : Optional.of(Rational.of(1));
        if (first.isEmpty() || last.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        if (step.get().signum() <= 0) {
            problems.add(
                    keys.find("step").orElseThrow().at(),
                    "out-of-range",
                    "the step of " + what + " is " + step.get(),
                    "let it be positive, e.g. step: 8");
            return Optional.empty();
        }
        if (last.get().compareTo(first.get()) < 0) {
            problems.add(
                    located.at(),
                    "empty-space",
                    what + " has no values from " + first.get() + " to " + last.get(),
                    "let 'to' be at least 'from'");
            return Optional.empty();
        }
        return Optional.of(new Values.Range(first.get(), last.get(), step.get()));
    }

    private Optional<Rational> number(String what, SourceValue located, CheckedMapping keys, String key) {
        Optional<SourceValue> found = keys.find(key);
        if (found.isEmpty()) {
            problems.add(
                    located.at(),
                    "missing-key",
                    "the range of " + what + " has no '" + key + "'",
                    "write {from: 16, to: 64, step: 8}");
            return Optional.empty();
        }
        Optional<PlainValue> value = value(what, found.get());
        if (value.isPresent() && value.get() instanceof PlainValue.Num num) {
            return Optional.of(num.number());
        }
        value.ifPresent(other -> problems.add(
                found.get().at(),
                "wrong-type",
                "'" + key + "' of " + what + " must be a number, but is " + other.described(),
                "write {from: 16, to: 64, step: 8}"));
        return Optional.empty();
    }

    private Optional<Values> lists(String what, SourceValue located, CheckedMapping keys, SourceValue each) {
        Optional<Values> element = read(what, each);
        Optional<SourceValue> times = keys.find("times");
        if (times.isEmpty()) {
            problems.add(
                    located.at(),
                    "missing-key",
                    "it is not said how long the lists of " + what + " are",
                    "write {each: [3, 5, 7], times: 4}, or times: [2, 3, 4]");
            return Optional.empty();
        }
        List<SourceValue> lengths = times.get() instanceof SourceValue.Items list ? list.items() : List.of(times.get());
        List<Values> parts = new ArrayList<>();
        for (SourceValue length : lengths) {
            Optional<Long> known = length(what, length);
            if (element.isPresent() && known.isPresent()) {
                parts.add(Values.lists(element.get(), Math.toIntExact(known.get())));
            }
        }
        if (parts.isEmpty() || parts.size() < lengths.size()) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : new Values.Union(parts));
    }

    private Optional<Long> length(String what, SourceValue located) {
        Optional<PlainValue> value = value(what, located);
        if (value.isPresent()
                && value.get() instanceof PlainValue.Num num
                && num.number().toLong().orElse(-1) >= 1
                && num.number().toLong().orElse(-1) <= LONGEST) {
            return Optional.of(num.number().toLong().getAsLong());
        }
        value.ifPresent(other -> problems.add(
                located.at(),
                "out-of-range",
                "lists of " + what + " cannot have " + other.described() + " elements",
                "write a whole number from 1 to " + LONGEST));
        return Optional.empty();
    }
}
