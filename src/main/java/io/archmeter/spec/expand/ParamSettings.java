package io.archmeter.spec.expand;

import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceReader;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Param;
import io.archmeter.spec.SpecWords;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads params that are set from outside: {@code width=0.5}, {@code depths=[2, 2]}, written as they would be in a spec. */
final class ParamSettings {
    private ParamSettings() {}

    static Map<String, PlainValue> parse(LoadOptions options, List<Param> params, Problems problems) {
        List<String> known = params.stream().map(Param::name).toList();
        Map<String, PlainValue> values = new LinkedHashMap<>();
        options.set().forEach((name, text) -> {
            if (known.contains(name)) {
                values.put(name, value(options.place(name), text, problems));
            } else {
                problems.add(
                        options.place(name),
                        "unknown-param",
                        "the model has no param '" + Excerpt.of(name) + "'",
                        known.isEmpty() ? "leave it out: the model has no params" : SpecWords.remedy(name, known));
            }
        });
        return values;
    }

    private static PlainValue value(Span at, String text, Problems problems) {
        if (text.isBlank()) {
            problems.add(at, "missing-value", "no value is given", "write one after the '='");
            return new PlainValue.Unknown();
        }
        Problems own = new Problems();
        try {
            TextFile source = TextFile.of("value.yaml", text.getBytes(StandardCharsets.UTF_8));
            Optional<Unevaluated> written = SourceReader.read(source, own).map(located -> Unevaluated.of(located, own));
            own.throwIfAny();
            return written.orElseThrow().value();
        } catch (ProblemException failed) {
            Problem first = failed.problems().get(0);
            boolean name = first.code().equals("unknown-name");
            problems.add(
                    at,
                    first.code(),
                    "'" + Excerpt.of(text) + "' cannot be used: " + first.fact(),
                    name ? "write a number, a text or a list: other params are not seen here" : first.remedy());
            return new PlainValue.Unknown();
        }
    }
}
