package io.archmeter.convention.file;

import io.archmeter.convention.Convention;
import io.archmeter.convention.Price;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Vocabulary;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From the text of a convention to what it says. */
final class ConventionFile {
    static final List<String> KEYS =
            List.of("convention", "title", "version", "source", "multiply_add", "notes", "operators", "others");

    private static final String EXAMPLE = "convention: my-chip, multiply_add: 1 and operators: below each other";

    private static final Vocabulary WORDS = new Vocabulary(
            Map.of("name", "convention", "unit", "multiply_add", "costs", "operators", "default", "others"), Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    private final TextFile text;
    private final Problems problems = new Problems();

    private ConventionFile(TextFile text) {
        this.text = text;
    }

    /**
     * The convention that a text is.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    static Convention read(TextFile text) {
        return new ConventionFile(text).convention();
    }

    private Convention convention() {
        Optional<SourceValue> located = SourceReader.read(text, problems);
        if (located.isEmpty()) {
            problems.throwIfAny();
        }
        Optional<Convention> read = convention(located.orElseThrow());
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private Optional<Convention> convention(SourceValue located) {
        CheckedMapping keys = CheckedMapping.of("a convention", EXAMPLE, located, KEYS, WORDS, problems);
        Optional<String> name = keys.text("convention");
        if (keys.lacks("convention") || name.filter(String::isBlank).isPresent()) {
            problems.add(located.at(), "no-name", "the convention has no name", "write convention: my-chip");
        }
        boolean wrong = name.filter(
                        text -> !text.isBlank() && !NAME.matcher(text).matches())
                .isPresent();
        if (wrong) {
            problems.add(
                    keys.find("convention").orElseThrow().at(),
                    "wrong-name",
                    "'" + Excerpt.of(name.get()) + "' cannot be the name of a convention, which is that of a column",
                    "use letters, digits, '_', '-' and '.', and begin with a letter: my-chip");
        }
        Optional<Convention.Unit> unit = unit(keys, located);
        PricesReader prices = new PricesReader(problems);
        Map<String, List<Price>> operators = new LinkedHashMap<>();
        keys.find("operators").ifPresent(found -> prices.operators(found, operators));
        Optional<List<Price>> others = keys.find("others").map(found -> prices.prices("others", found));
        if (keys.lacks("operators") && keys.lacks("others") && keys.sound()) {
            problems.add(
                    located.at(),
                    "no-prices",
                    "the convention says of no operator what it costs",
                    "write operators: {conv: =multiply_adds}");
        }
        return name.isEmpty() || unit.isEmpty() || name.get().isBlank()
                ? Optional.empty()
                : Optional.of(new Convention(
                        name.get(),
                        keys.text("title").orElse(""),
                        keys.text("version").orElse(""),
                        keys.text("source").orElse(""),
                        unit.get(),
                        notes(keys),
                        operators,
                        others));
    }

    private List<String> notes(CheckedMapping keys) {
        List<String> notes = new ArrayList<>();
        for (SourceValue.Scalar note : keys.texts("notes", "a sentence")) {
            notes.add(((PlainValue.Text) note.value()).text());
        }
        return notes;
    }

    /** A figure without its unit says nothing: there is no usual one. */
    private Optional<Convention.Unit> unit(CheckedMapping keys, SourceValue located) {
        String remedy =
                "write multiply_add: 1 where it is one, 2 where its two operations are counted, 0 where it is not counted";
        Optional<SourceValue> found = keys.find("multiply_add");
        if (found.isEmpty()) {
            if (keys.lacks("multiply_add")) {
                problems.add(located.at(), "no-unit", "the convention does not say what a multiply-add is", remedy);
            }
            return Optional.empty();
        }
        if (found.get() instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num) {
            Optional<Convention.Unit> unit = num.number().toLong().isPresent()
                    ? Convention.Unit.of(num.number().toLong().getAsLong())
                    : Optional.empty();
            if (unit.isEmpty()) {
                problems.add(found.get().at(), "wrong-number", "multiply_add is " + num.described(), remedy);
            }
            return unit;
        }
        if (!found.get().isUnknown()) {
            problems.add(
                    found.get().at(),
                    "wrong-type",
                    "multiply_add must be a number, but is " + found.get().described(),
                    remedy);
        }
        return Optional.empty();
    }
}
