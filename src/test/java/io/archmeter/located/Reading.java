package io.archmeter.located;

import io.archmeter.op.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A text that was read, in a form that a test can compare with a literal. */
record Reading(Optional<Located> located, List<Problem> problems) {
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
            Optional<Located> located = LocatedReader.read(source, problems);
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

    private static String values(Located located) {
        if (located instanceof Located.Items list) {
            return list.items().stream().map(Reading::values).collect(Collectors.joining(", ", "[", "]"));
        }
        if (located instanceof Located.Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> entry.key() + ": " + values(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value(((Located.Scalar) located).value());
    }

    private static String places(Located located) {
        String at = place(located.at());
        if (located instanceof Located.Items list) {
            return at + list.items().stream().map(Reading::places).collect(Collectors.joining(", ", "[", "]"));
        }
        if (located instanceof Located.Mapping mapping) {
            return at
                    + mapping.entries().stream()
                            .map(entry -> place(entry.keyAt()) + " " + entry.key() + ": " + places(entry.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        Located.Scalar scalar = (Located.Scalar) located;
        String text = scalar.textAt().equals(scalar.at()) ? "" : "/" + place(scalar.textAt());
        return at + text + " " + value(scalar.value());
    }

    private static String value(Value value) {
        return value instanceof Value.Text text ? "'" + text.text() + "'" : value.described();
    }

    private static String place(Span span) {
        return span.line() + ":" + span.column();
    }
}
