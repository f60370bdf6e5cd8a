package io.archmeter.spec.parse;

import io.archmeter.graph.DType;
import io.archmeter.graph.DTypeWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.NamedInput;
import io.archmeter.spec.Names;
import io.archmeter.spec.SampleInput;
import io.archmeter.spec.SpecWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a network is given: one sample below {@code input}, or several by their names below {@code inputs}. */
final class InputParser {
    private static final String EXAMPLE = "names with shapes: {image: [3, 224, 224], tokens: [77]}, or 'input:' for a single one";

    private static final List<String> KEYS = List.of("shape", "dtype");

    private static final List<String> TYPES =
            Arrays.stream(DType.values()).map(DType::toString).toList();

    private final Problems problems;

    InputParser(Problems problems) {
        this.problems = problems;
    }

    List<NamedInput> parse(CheckedMapping spec) {
        Optional<SourceValue> one = spec.find("input");
        Optional<SourceValue> several = spec.find("inputs");
        if (one.isPresent() && several.isPresent()) {
            problems.add(
                    several.get().at(),
                    "input-twice",
                    "the spec has input: and inputs:",
                    "remove one of the two: inputs: gives each input a name, and the first is what the layers begin with");
        }
        if (several.isPresent()) {
            return named(several.get());
        }
        return one.map(found -> List.of(
                        new NamedInput(found.at(), Names.INPUT, SampleInput.of(found, problems), DType.FLOAT32)))
                .orElse(List.of());
    }

    private List<NamedInput> named(SourceValue located) {
        List<NamedInput> inputs = new ArrayList<>();
        for (SourceValue.Entry entry : CheckedMapping.anyKeys("inputs", EXAMPLE, located, problems)) {
            Names.remedyOfLayer(entry.key())
                    .ifPresent(remedy -> problems.add(
                            entry.keyAt(),
                            "wrong-name",
                            "'" + Excerpt.of(entry.key()) + "' cannot be the name of an input",
                            remedy));
            input(entry).ifPresent(inputs::add);
        }
        if (located.isNothing()
                || located instanceof SourceValue.Mapping mapping
                        && mapping.entries().isEmpty()) {
            problems.add(located.at(), "no-input", "inputs names no input", "write " + EXAMPLE);
        }
        return inputs;
    }

    /** A shape, as that of a single input is written, or what has a shape and a type. */
    private Optional<NamedInput> input(SourceValue.Entry entry) {
        SourceValue value = entry.value();
        if (!(value instanceof SourceValue.Mapping mapping && describes(mapping))) {
            return Optional.of(new NamedInput(value.at(), entry.key(), SampleInput.of(value, problems), DType.FLOAT32));
        }
        CheckedMapping keys = CheckedMapping.of(
                "an input", "{shape: [77], dtype: int64}", value, KEYS, SpecWords.VOCABULARY, problems);
        DType type = keys.find("dtype").map(this::type).orElse(DType.FLOAT32);
        Optional<SourceValue> shape = keys.find("shape");
        if (shape.isEmpty() && keys.lacks("shape")) {
            problems.add(
                    value.at(),
                    "missing-argument",
                    "input " + entry.key() + " has no shape",
                    "add shape: and that of one sample, such as {shape: [77], dtype: " + type + "}");
        }
        return shape.map(found -> new NamedInput(found.at(), entry.key(), SampleInput.of(found, problems), type));
    }

    /** Whether it says more of an input than the extents of named axes. */
    private static boolean describes(SourceValue.Mapping mapping) {
        return mapping.entries().stream()
                .anyMatch(entry -> SpecWords.by(entry.key(), KEYS).isPresent());
    }

    private DType type(SourceValue located) {
        Optional<String> word = CheckedMapping.text("dtype", located, problems);
        if (word.isPresent() && !TYPES.contains(word.get())) {
            problems.add(
                    located.at(),
                    "unknown-choice",
                    "dtype cannot be '" + Excerpt.of(word.get()) + "'",
                    DTypeWords.VOCABULARY.remedy(word.get(), TYPES));
        }
        return word.filter(TYPES::contains)
                .map(name -> DType.values()[TYPES.indexOf(name)])
                .orElse(DType.FLOAT32);
    }
}
