package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads params that are set from outside: {@code width=0.5}, {@code depths=[2, 2]}, written as they would be in a spec. */
final class ParamSettings {
    private ParamSettings() {}

    static Map<String, Value> parse(Map<String, String> set, List<Param> params, Problems problems) {
        List<String> known = params.stream().map(Param::name).toList();
        Map<String, Value> values = new LinkedHashMap<>();
        set.forEach((name, text) -> {
            Span at = Span.of("--set " + name);
            if (known.contains(name)) {
                values.put(name, value(at, text, problems));
            } else {
                problems.add(at, "unknown-param", "the model has no param '" + name + "'", Nearest.remedy(name, known));
            }
        });
        return values;
    }

    private static Value value(Span at, String text, Problems problems) {
        try {
            SpecText source = SpecText.of(at.file() + ".yaml", text.getBytes(StandardCharsets.UTF_8));
            return LocatedReader.read(source, problems)
                    .map(located -> Written.of(located, problems).value(Scope.EMPTY))
                    .orElseGet(Value.Unknown::new);
        } catch (ProblemException failed) {
            for (Problem problem : failed.problems()) {
                problems.add(at, problem.code(), problem.fact(), problem.remedy());
            }
            return new Value.Unknown();
        }
    }
}
