package io.archmeter.spec.expression;

import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

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
    },
    /** The nearest number of double precision, in which programs count that divide. */
    DOUBLE(1, 1) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            return Rational.of(new BigDecimal(numbers.get(0).decimal(HALVES).doubleValue()));
        }
    },
    /** The first number to so many digits that count, as programs print it: a half goes to the even digit. */
    SIGNIFICANT(2, 2) {
        @Override
        Rational of(List<Rational> numbers, List<TextSpan> parts) {
            OptionalLong digits = numbers.get(1).isWhole() ? numbers.get(1).toLong() : OptionalLong.empty();
            if (digits.isEmpty() || digits.getAsLong() < 1 || digits.getAsLong() > MOST_DIGITS) {
                throw parts.get(1)
                        .problem(
                                "wrong-number",
                                "significant rounds to " + numbers.get(1) + " digits",
                                "let the second number be whole, from 1 to " + MOST_DIGITS + ", e.g. 4");
            }
            MathContext rounding = new MathContext((int) digits.getAsLong(), RoundingMode.HALF_EVEN);
            return Rational.of(numbers.get(0).decimal(rounding));
        }
    };

    private static final int MOST_DIGITS = 18;

    /** Enough digits for what lies half way between two doubles, as far as numbers are bounded. */
    private static final MathContext HALVES = new MathContext(400);

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
