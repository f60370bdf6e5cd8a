package io.archmeter.spec.parse;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Names;
import io.archmeter.spec.Param;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the params of a model or a block: names, each with a value or {@code required}. */
final class Params {
    /** Each expression looks through them, and each use of a block sets them. */
    private static final int MOST = 1_000;

    private Params() {}

    /** The params of a model. */
    static List<Param> ofModel(SourceValue located, Problems problems) {
        return parse(located, Names::remedyOfVariable, problems);
    }

    /** The params of a block; beside the block's name, a key must not be a modifier as well. */
    static List<Param> ofBlock(SourceValue located, Problems problems) {
        return parse(located, Names::remedyOfKey, problems);
    }

    private static List<Param> parse(
            SourceValue located, Function<String, Optional<String>> remedyOfName, Problems problems) {
        List<Param> params = new ArrayList<>();
        for (SourceValue.Entry entry :
                CheckedMapping.anyKeys("params", "names with values: {width: 64}", located, problems)) {
            if (params.size() == MOST) {
                problems.add(
                        entry.keyAt(),
                        "too-many-params",
                        "there are more than " + MOST + " params",
                        "use lists for what belongs together");
                break;
            }
            remedyOfName
                    .apply(entry.key())
                    .ifPresent(remedy -> problems.add(
                            entry.keyAt(),
                            "wrong-name",
                            "'" + Excerpt.of(entry.key()) + "' cannot be the name of a param",
                            remedy));
            params.add(new Param(entry.keyAt(), entry.key(), fallback(entry, problems)));
        }
        return params;
    }

    private static Optional<Unevaluated> fallback(SourceValue.Entry entry, Problems problems) {
        SourceValue value = entry.value();
        boolean required = value instanceof SourceValue.Scalar scalar
                && scalar.value() instanceof PlainValue.Text text
                && text.text().equals(Param.REQUIRED);
        if (required) {
            return Optional.empty();
        }
        if (value.isNothing()) {
            problems.add(
                    entry.keyAt(),
                    "missing-value",
                    "param '" + entry.key() + "' has no value",
                    "write its usual value, or '" + Param.REQUIRED + "'");
            return Optional.of(new Unevaluated.Constant(value.at(), new PlainValue.Unknown()));
        }
        return Optional.of(Unevaluated.of(value, problems));
    }
}
