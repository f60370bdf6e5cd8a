package io.archmeter.source;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A text that was read, in a form that a test can compare with a literal. */
record Reading(Optional<SourceValue> located, List<Problem> problems) {
    static Reading yaml(String text) {
        return of("a.yaml", text);
    }

    static Reading json(String text) {
        return of("a.json", text);
    }

    private static Reading of(String name, String text) {
        Problems problems = new Problems();
        try {
            TextFile source = TextFile.of(name, text.getBytes(StandardCharsets.UTF_8));
            Optional<SourceValue> located = SourceReader.read(source, problems);
            return new Reading(located, problems.sorted());
        } catch (ProblemException e) {
            return new Reading(Optional.empty(), e.problems());
        }
    }

    /** What was read without its places, as {@code {conv: 64, bias: false}}. */
    String values() {
        return located.map(Reading::values).orElse("unreadable");
    }

    /** What was read with the place before each part, and that of the first character where it is another. */
    String places() {
        return located.map(Reading::places).orElse("unreadable");
    }

    /** The problems as {@code line:column code}. */
    List<String> codes() {
        return problems.stream()
                .map(problem -> place(problem.place()) + " " + problem.code())
                .toList();
    }

    private static String values(SourceValue located) {
        if (located instanceof SourceValue.Items list) {
            return list.items().stream().map(Reading::values).collect(Collectors.joining(", ", "[", "]"));
        }
        if (located instanceof SourceValue.Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> entry.key() + ": " + values(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value(((SourceValue.Scalar) located).value());
    }

    private static String places(SourceValue located) {
        String at = place(located.at());
        if (located instanceof SourceValue.Items list) {
            return at + list.items().stream().map(Reading::places).collect(Collectors.joining(", ", "[", "]"));
        }
        if (located instanceof SourceValue.Mapping mapping) {
            return at
                    + mapping.entries().stream()
                            .map(entry -> place(entry.keyAt()) + " " + entry.key() + ": " + places(entry.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        SourceValue.Scalar scalar = (SourceValue.Scalar) located;
        String text = scalar.textAt().equals(scalar.at()) ? "" : "/" + place(scalar.textAt());
        return at + text + " " + value(scalar.value());
    }

    private static String value(PlainValue value) {
        return value instanceof PlainValue.Text text ? "'" + text.text() + "'" : value.described();
    }

    private static String place(Span span) {
        return span.line() + ":" + span.column();
    }
}
