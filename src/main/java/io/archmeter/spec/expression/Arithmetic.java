package io.archmeter.spec.expression;

import io.archmeter.problem.ProblemException;
import io.archmeter.value.Rational;
import java.math.BigInteger;

/** The operators on two numbers, exact. What would grow out of all bounds is refused before it is computed. */
enum Arithmetic {
    PLUS("+") {
        @Override
        Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart) {
            return left.plus(right);
        }
    },
    MINUS("-") {
        @Override
        Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart) {
            return left.minus(right);
        }
    },
    TIMES("*") {
        @Override
        Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart) {
            return left.times(right);
        }
    },
    OVER("/") {
        @Override
        Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart) {
            return left.over(nonZero(right, rightPart));
        }
    },
    MODULO("%") {
        /** From 0 to below the divisor, also where {@code left} is negative. */
        @Override
        Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart) {
            if (nonZero(right, rightPart).signum() < 0) {
                throw rightPart.problem("wrong-number", "the divisor of % is " + right, "let it be positive");
            }
            return left.minus(left.over(right).floor().times(right));
        }
    },
    POWER("^") {
        @Override
        Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart) {
            if (!right.isWhole()) {
                throw rightPart.problem(
                        "wrong-number", "the exponent is " + right + ", which is not whole", "use a whole exponent");
            }
            return power(left, right.numerator(), operator, rightPart);
        }
    };

    /** Far beyond any count; within it, all arithmetic takes no time. */
    static final int MOST_BITS = 256;

    private final String symbol;

    Arithmetic(String symbol) {
        this.symbol = symbol;
    }

    abstract Rational of(Rational left, Rational right, TextSpan operator, TextSpan rightPart);

    String symbol() {
        return symbol;
    }

    /** The number, where it is small enough to compute on with. */
    static Rational bounded(Rational number, TextSpan part) {
        if (number.numerator().bitLength() > MOST_BITS || number.denominator().bitLength() > MOST_BITS) {
            throw tooLarge(part);
        }
        return number;
    }

    private static Rational nonZero(Rational divisor, TextSpan part) {
        if (divisor.signum() == 0) {
            throw part.problem("division-by-zero", "this divisor is zero", "guard it: if(x == 0, otherwise, a / x)");
        }
        return divisor;
    }

    private static Rational power(Rational base, BigInteger exponent, TextSpan operator, TextSpan exponentPart) {
        if (exponent.signum() < 0 && base.signum() == 0) {
            throw exponentPart.problem(
                    "division-by-zero", "zero has no power with a negative exponent", "let the exponent be 0 or more");
        }
        int bits =
                Math.max(base.numerator().abs().bitLength(), base.denominator().bitLength());
        if (bits <= 1) {
            return powerOfUnit(base, exponent);
        }
        // A number of b bits is at least 2^(b-1), so its power has at least (b-1)·exponent bits.
        if (exponent.abs().multiply(BigInteger.valueOf(bits - 1L)).compareTo(BigInteger.valueOf(MOST_BITS)) > 0) {
            throw tooLarge(operator);
        }
        int times = exponent.abs().intValueExact();
        Rational power =
                new Rational(base.numerator().pow(times), base.denominator().pow(times));
        return exponent.signum() < 0 ? Rational.of(1).over(power) : power;
    }

    /** Powers of 0, 1 and -1, whose exponents may be as large as they like. */
    private static Rational powerOfUnit(Rational base, BigInteger exponent) {
        if (exponent.signum() == 0) {
            return Rational.of(1);
        }
        return exponent.testBit(0) ? base : base.times(base);
    }

    private static ProblemException tooLarge(TextSpan part) {
        return part.problem(
                "number-too-large",
                "the result has more than " + MOST_BITS + " bits",
                "use smaller numbers: nothing in a network is that large");
    }
}
