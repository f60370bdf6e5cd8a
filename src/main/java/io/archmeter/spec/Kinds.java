package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.Optional;

/** Compares what a param is set to with its usual value: mostly, a number stays a number, and a list a list. */
final class Kinds {
    private final boolean any;
    private boolean differ;

    /** @param any whether another kind of value is taken; otherwise it is a problem */
    Kinds(boolean any) {
        this.any = any;
    }

    /** Whether any value was not of its param's usual kind. */
    boolean differ() {
        return differ;
    }

    /** The value; unknown where it is refused. */
    Value checked(Param param, Optional<Value> usual, Value value, Span at, Problems problems) {
        if (value instanceof Value.Unknown
                || usual.isEmpty()
                || usual.get() instanceof Value.Unknown
                || usual.get().getClass() == value.getClass()) {
            return value;
        }
        differ = true;
        if (any) {
            return value;
        }
        problems.add(
                at,
                "wrong-type",
                "param '" + param.name() + "' cannot be " + value.described() + ": its usual value is "
                        + usual.get().described(),
                "give it " + kind(usual.get()));
        return new Value.Unknown();
    }

    private static String kind(Value value) {
        if (value instanceof Value.Num) {
            return "a number";
        }
        if (value instanceof Value.Flag) {
            return "true or false";
        }
        return value instanceof Value.Items ? "a list" : "a text";
    }
}
