package io.archmeter.spec;

import io.archmeter.graph.DType;
import io.archmeter.graph.DTypeWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import java.util.List;
import java.util.Optional;

/**
 * What a network is given, as it is written.
 *
 * @param at where it is written
 * @param name by which layers take it
 * @param sample its shape: that of one sample, or all of it where it has no batch
 * @param type of its elements; {@code float32} stands for the network's floating-point numbers, whatever they are stored as
 * @param batch whether there is one for each sample, so that the batch stands in front
 * @param unused whether it is no mistake that nobody takes it
 */
public record NamedInput(Span at, String name, SampleInput sample, DType type, boolean batch, boolean unused) {
    private static final List<String> KEYS = List.of("shape", "dtype", "batch", "unused");

    private static final List<String> TYPES =
            DType.IN_SPECS.stream().map(DType::toString).toList();

    /** The only input, of which the shape is written. */
    public static NamedInput only(SourceValue shape, Problems problems) {
        return plain(Names.INPUT, shape, problems);
    }

    /**
     * An input with its name: a shape as that of a single input is written, or what has a shape and a type. Empty, and a problem, where it
     * has no shape.
     */
    public static Optional<NamedInput> of(SourceValue.Entry entry, Problems problems) {
        SourceValue value = entry.value();
        if (!(value instanceof SourceValue.Mapping mapping && describes(mapping))) {
            return Optional.of(plain(entry.key(), value, problems));
        }
        CheckedMapping keys = CheckedMapping.of(
                "an input", "{shape: [77], dtype: int64}", value, KEYS, SpecWords.VOCABULARY, problems);
        DType type = keys.find("dtype").map(written -> type(written, problems)).orElse(DType.FLOAT32);
        Optional<SourceValue> shape = keys.find("shape");
        if (shape.isEmpty() && keys.lacks("shape")) {
            problems.add(
                    value.at(),
                    "missing-argument",
                    "input " + Excerpt.of(entry.key()) + " has no shape",
                    "add shape: and that of one sample, such as {shape: [77], dtype: " + type + "}");
        }
        boolean batch = keys.flag("batch", true);
        boolean unused = keys.flag("unused", false);
        return shape.map(
                found -> new NamedInput(found.at(), entry.key(), SampleInput.of(found, problems), type, batch, unused));
    }

    private static NamedInput plain(String name, SourceValue shape, Problems problems) {
        return new NamedInput(shape.at(), name, SampleInput.of(shape, problems), DType.FLOAT32, true, false);
    }

    /** Whether it says more of an input than the extents of named axes. */
    private static boolean describes(SourceValue.Mapping mapping) {
        return mapping.entries().stream()
                .anyMatch(entry -> SpecWords.by(entry.key(), KEYS).isPresent());
    }

    private static DType type(SourceValue written, Problems problems) {
        Optional<String> word = CheckedMapping.text("dtype", written, problems);
        if (word.isPresent() && !TYPES.contains(word.get())) {
            problems.add(
                    written.at(),
                    "unknown-choice",
                    "dtype cannot be '" + Excerpt.of(word.get()) + "'",
                    DTypeWords.VOCABULARY.remedy(word.get(), TYPES));
        }
        return word.filter(TYPES::contains)
                .map(name -> DType.IN_SPECS.get(TYPES.indexOf(name)))
                .orElse(DType.FLOAT32);
    }
}
