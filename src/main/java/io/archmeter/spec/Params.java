package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the params of a model or a block: names, each with a value or {@code required}. */
final class Params {
    private Params() {}

    /** The params of a model. */
    static List<Param> ofModel(Located located, Problems problems) {
        return parse(located, false, problems);
    }

    /** The params of a block; beside the block's name, a key must not be an operator or a modifier as well. */
    static List<Param> ofBlock(Located located, Problems problems) {
        return parse(located, true, problems);
    }

    private static List<Param> parse(Located located, boolean keysOfCalls, Problems problems) {
        List<Param> params = new ArrayList<>();
        for (Located.Entry entry : KnownKeys.anyKeys("params", located, problems)) {
            boolean taken = keysOfCalls && Names.isTaken(entry.key());
            if (!Names.isVariable(entry.key()) || taken) {
                problems.add(
                        entry.keyAt(),
                        "wrong-name",
                        "'" + entry.key() + "' cannot be the name of a param",
                        "use letters, digits and '_', and no word of the language" + (taken ? " and no operator" : ""));
            }
            params.add(new Param(entry.keyAt(), entry.key(), fallback(entry.value(), problems)));
        }
        return params;
    }

    private static Optional<Written> fallback(Located located, Problems problems) {
        boolean required = located instanceof Located.Scalar scalar
                && scalar.value() instanceof Value.Text text
                && text.text().equals(Param.REQUIRED);
        return required ? Optional.empty() : Optional.of(Written.of(located, problems));
    }
}
