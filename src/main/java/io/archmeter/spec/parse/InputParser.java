package io.archmeter.spec.parse;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.NamedInput;
import io.archmeter.spec.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a network is given: one sample below {@code input}, or several by their names below {@code inputs}. */
final class InputParser {
    private static final String EXAMPLE =
            "names with shapes: {image: [3, 224, 224], tokens: [77]}, or 'input:' for a single one";

    private InputParser() {}

    static List<NamedInput> parse(CheckedMapping spec, Problems problems) {
        Optional<SourceValue> one = spec.find("input");
        Optional<SourceValue> several = spec.find("inputs");
        if (one.isPresent() && several.isPresent()) {
            problems.add(
                    several.get().at(),
                    "input-twice",
                    "the spec has input: and inputs:",
                    "remove one of the two: inputs: gives each input a name, and the first is what the layers begin with");
        }
        return several.isPresent()
                ? named(several.get(), problems)
                : one.map(shape -> List.of(NamedInput.only(shape, problems))).orElse(List.of());
    }

    private static List<NamedInput> named(SourceValue located, Problems problems) {
        List<SourceValue.Entry> entries = CheckedMapping.anyKeys("inputs", EXAMPLE, located, problems);
        if (entries.isEmpty() && (located.isNothing() || located instanceof SourceValue.Mapping)) {
            problems.add(located.at(), "no-input", "inputs names no input", "write " + EXAMPLE);
        }
        List<NamedInput> inputs = new ArrayList<>();
        for (SourceValue.Entry entry : entries) {
            Names.remedyOfLayer(entry.key())
                    .ifPresent(remedy -> problems.add(
                            entry.keyAt(),
                            "wrong-name",
                            "'" + Excerpt.of(entry.key()) + "' cannot be the name of an input",
                            remedy));
            NamedInput.of(entry, problems).ifPresent(inputs::add);
        }
        return inputs;
    }
}
