package io.archmeter.spec.expression;

import io.archmeter.value.Rational;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions on numbers. */
enum Function {
    MIN(1, Integer.MAX_VALUE) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            return Collections.min(numbers);
        }
    },
    MAX(1, Integer.MAX_VALUE) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            return Collections.max(numbers);
        }
    },
    ROUND(1, 1) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            return halfUp(numbers.get(0));
        }
    },
    CEIL(1, 1) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            return numbers.get(0).negated().floor().negated();
        }
    },
    FLOOR(1, 1) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            return numbers.get(0).floor();
        }
    },
    /** The multiple of the second number that is nearest to the first. */
    ROUND_TO(2, 2) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            Rational multiple = numbers.get(1);
            if (multiple.signum() <= 0) {
                throw parts.get(1)
                        .problem(
                                "wrong-number",
                                "round_to rounds to multiples of " + multiple,
                                "let the second number be positive, e.g. 8");
            }
            return halfUp(numbers.get(0).over(multiple)).times(multiple);
        }
    };

    private static final Rational HALF = Rational.of(1).over(Rational.of(2));

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** The value; {@code parts} are those of the arguments. */
    abstract Rational of(List<Rational> numbers, List<TextSpan> parts);

    static Optional<Function> named(String word) {
        return Arrays.stream(values())
                .filter(function -> function.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /** How many arguments it takes, in words. */
    String taken() {
        return most == 1 ? "1 argument" : fewest == most ? fewest + " arguments" : "at least " + fewest + " argument";
    }

    /** Halves go up, also below zero: -2.5 becomes -2. */
    private static Rational halfUp(Rational number) {
        return number.plus(HALF).floor();
    }
}
