package io.archmeter.snapshot.file;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The members of an object in a file that Archmeter wrote. What is wrong with one is added to the problems, and something stands
 * in for it, so that all others are checked as well: nothing of a file is used once it has problems.
 *
 * @param what the object is, in the words of a problem
 * @param remedy how the file is written anew; nobody mends one by hand
 */
record Members(String what, SourceValue.Mapping mapping, String remedy, Problems problems) {
    private static final String STAND_IN = "?";

    /** The members of a value; empty, and a problem, where it is no object. */
    static Optional<Members> of(String what, SourceValue located, String remedy, Problems problems) {
        if (located instanceof SourceValue.Mapping mapping) {
            return Optional.of(new Members(what, mapping, remedy, problems));
        }
        if (!located.isUnknown()) {
            problems.add(
                    located.at(), "wrong-type", what + " must be an object, but is " + located.described(), remedy);
        }
        return Optional.empty();
    }

    Span at() {
        return mapping.at();
    }

    Optional<SourceValue> find(String key) {
        for (SourceValue.Entry entry : mapping.entries()) {
            if (entry.key().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /** The value of a member that there has to be. */
    Optional<SourceValue> get(String key) {
        Optional<SourceValue> found = find(key);
        if (found.isEmpty()) {
            problems.add(at(), "missing-member", what + " has no '" + key + "'", remedy);
        }
        return found;
    }

    /** Refuses members that have no meaning here. */
    void refuseOthers(Collection<String> known) {
        for (SourceValue.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.keyAt(),
                        "unknown-member",
                        what + " has no member '" + Excerpt.of(entry.key()) + "'"
                                + Nearest.to(entry.key(), known)
                                        .map(nearest -> "; '" + nearest + "' may be meant")
                                        .orElse(""),
                        remedy);
            }
        }
    }

    /** The members of a member. */
    Optional<Members> object(String key) {
        return get(key).flatMap(found -> object(key, found));
    }

    /** The members of a member that there need not be. */
    Optional<Members> findObject(String key) {
        return find(key).flatMap(found -> object(key, found));
    }

    private Optional<Members> object(String key, SourceValue found) {
        return of("'" + key + "'", found, remedy, problems);
    }

    /** The elements of a member that is an array. */
    List<SourceValue> items(String key) {
        Optional<SourceValue> found = get(key);
        if (found.isPresent() && found.get() instanceof SourceValue.Items list) {
            return list.items();
        }
        found.ifPresent(other -> wrongType(key, "an array", other));
        return List.of();
    }

    /** A text with something in it. */
    String text(String key) {
        return get(key).map(found -> name(key, found)).orElse(STAND_IN);
    }

    private String name(String key, SourceValue located) {
        String text = text(key, located).orElse(STAND_IN);
        if (text.isBlank()) {
            problems.add(located.at(), "missing-value", key + " is empty", remedy);
            return STAND_IN;
        }
        return text;
    }

    /** The texts of all members, by their keys. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (SourceValue.Entry entry : mapping.entries()) {
            texts.put(entry.key(), text(entry.key(), entry.value()).orElse(STAND_IN));
        }
        return texts;
    }

    /** The values of all members, by their keys: numbers, flags, texts, and lists of numbers and words. */
    Map<String, PlainValue> values() {
        Map<String, PlainValue> values = new LinkedHashMap<>();
        for (SourceValue.Entry entry : mapping.entries()) {
            values.put(entry.key(), value(entry.key(), entry.value()));
        }
        return values;
    }

    private PlainValue value(String key, SourceValue located) {
        if (located instanceof SourceValue.Items list) {
            return new PlainValue.Items(
                    list.items().stream().map(item -> item(key, item)).toList());
        }
        if (located instanceof SourceValue.Scalar scalar && !located.isNothing()) {
            return scalar.value();
        }
        wrongType(key, "a number, true or false, a text or a list of numbers and words", located);
        return new PlainValue.Unknown();
    }

    private PlainValue item(String key, SourceValue located) {
        if (located instanceof SourceValue.Scalar scalar
                && (scalar.value() instanceof PlainValue.Num || scalar.value() instanceof PlainValue.Text)) {
            return scalar.value();
        }
        wrongType(key, "a list of numbers and words", located);
        return new PlainValue.Unknown();
    }

    boolean flag(String key) {
        Optional<SourceValue> found = get(key);
        if (found.isPresent()
                && found.get() instanceof SourceValue.Scalar scalar
                && scalar.value() instanceof PlainValue.Flag flag) {
            return flag.flag();
        }
        found.ifPresent(other -> wrongType(key, "true or false", other));
        return false;
    }

    /** One of some words. */
    <T> T choice(String key, List<T> choices) {
        Optional<SourceValue> found = get(key);
        Optional<String> word = found.flatMap(located -> text(key, located));
        List<String> words = new ArrayList<>();
        for (T choice : choices) {
            if (word.isPresent() && choice.toString().equals(word.get())) {
                return choice;
            }
            words.add(choice.toString());
        }
        word.ifPresent(other -> problems.add(
                found.orElseThrow().at(),
                "unknown-choice",
                Excerpt.of(key) + " cannot be '" + Excerpt.of(other) + "', only one of " + String.join(", ", words),
                remedy));
        return choices.get(0);
    }

    /** A whole number from {@code least}. */
    long count(String key, long least) {
        return get(key).map(found -> count(key, found, least)).orElse(least);
    }

    /** A whole number from {@code least}. */
    long count(String key, SourceValue located, long least) {
        if (!(located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num)) {
            wrongType(key, "a whole number", located);
            return least;
        }
        OptionalLong whole = num.number().toLong();
        if (whole.isPresent() && whole.getAsLong() >= least) {
            return whole.getAsLong();
        }
        problems.add(
                located.at(),
                num.number().isWhole() ? "out-of-range" : "fraction",
                key + " must be a whole number from " + least + " to 2^63 - 1, but is " + Excerpt.of(num.described()),
                remedy);
        return least;
    }

    /** A shape, by what reads one. */
    Shape shape(String key, Function<SourceValue, Optional<Shape>> reader) {
        return get(key).map(found -> shape(key, found, reader)).orElse(Shape.of());
    }

    /** The shapes of a member that is an array. */
    List<Shape> shapes(String key, Function<SourceValue, Optional<Shape>> reader) {
        return items(key).stream().map(item -> shape(key, item, reader)).toList();
    }

    /** A shape, by what reads one. */
    Shape shape(String key, SourceValue located, Function<SourceValue, Optional<Shape>> reader) {
        Optional<Shape> shape = reader.apply(located);
        if (shape.isEmpty()) {
            wrongType(key, "a shape", located);
        }
        return shape.orElse(Shape.of());
    }

    private Optional<String> text(String key, SourceValue located) {
        if (located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text) {
            return Optional.of(text.text());
        }
        wrongType(key, "a text", located);
        return Optional.empty();
    }

    private void wrongType(String key, String expected, SourceValue found) {
        if (!found.isUnknown()) {
            problems.add(
                    found.at(),
                    "wrong-type",
                    Excerpt.of(key) + " must be " + expected + ", but is " + found.described(),
                    remedy);
        }
    }
}
