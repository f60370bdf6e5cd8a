package io.archmeter.spec.expand;

import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Param;
import io.archmeter.value.PlainValue;
import java.util.Optional;

/** Compares what a param is set to with its usual value: mostly, a number stays a number, and a list a list. */
final class ParamKinds {
    private final boolean any;
    private boolean differ;

    /** @param any whether another kind of value is taken; otherwise it is a problem */
    ParamKinds(boolean any) {
        this.any = any;
    }

    /** Whether any value was not of its param's usual kind. */
    boolean differ() {
        return differ;
    }

    /** The value; unknown where it is refused. */
    PlainValue checked(Param param, Optional<PlainValue> usual, PlainValue value, Span at, Problems problems) {
        if (value instanceof PlainValue.Unknown
                || usual.isEmpty()
                || usual.get() instanceof PlainValue.Unknown
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
        return new PlainValue.Unknown();
    }

    private static String kind(PlainValue value) {
        if (value instanceof PlainValue.Num) {
            return "a number";
        }
        if (value instanceof PlainValue.Flag) {
            return "true or false";
        }
        return value instanceof PlainValue.Items ? "a list" : "a text";
    }
}
