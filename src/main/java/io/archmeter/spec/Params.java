package io.archmeter.spec;

import io.archmeter.located.Excerpt;
import io.archmeter.located.KnownKeys;
import io.archmeter.located.Located;
import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
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
    static List<Param> ofModel(Located located, Problems problems) {
        return parse(located, Names::remedyOfVariable, problems);
    }

    /** The params of a block; beside the block's name, a key must not be an operator or a modifier as well. */
    static List<Param> ofBlock(Located located, Problems problems) {
        return parse(located, Names::remedyOfKey, problems);
    }

    private static List<Param> parse(
            Located located, Function<String, Optional<String>> remedyOfName, Problems problems) {
        List<Param> params = new ArrayList<>();
        for (Located.Entry entry : KnownKeys.anyKeys("params", "names with values: {width: 64}", located, problems)) {
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

    private static Optional<Written> fallback(Located.Entry entry, Problems problems) {
        Located value = entry.value();
        boolean required = value instanceof Located.Scalar scalar
                && scalar.value() instanceof Value.Text text
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
            return Optional.of(new Written.Constant(value.at(), new Value.Unknown()));
        }
        return Optional.of(Written.of(value, problems));
    }
}
