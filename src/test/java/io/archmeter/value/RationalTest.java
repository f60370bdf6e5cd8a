package io.archmeter.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalTest {
    private static Rational fraction(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    private static Rational decimal(String text) {
        return Rational.of(new BigDecimal(text));
    }

    @Test
    void isKeptInLowestTermsWithAPositiveDenominator() {
        assertThat(fraction(6, 4)).isEqualTo(fraction(3, 2));
        assertThat(fraction(6, -4)).isEqualTo(fraction(-3, 2));
        assertThat(fraction(-6, -4)).isEqualTo(fraction(3, 2));
        assertThat(fraction(0, -7)).isEqualTo(Rational.ZERO);
        assertThat(fraction(-6, 4).denominator()).isEqualTo(2);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> fraction(1, 0));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Rational.of(1).over(Rational.ZERO))
                .withMessage("division by zero");
    }

    @Test
    void decimalsAreExact() {
        assertThat(decimal("0.1")).isEqualTo(fraction(1, 10));
        assertThat(decimal("-2.50")).isEqualTo(fraction(-5, 2));
        assertThat(decimal("1e3")).isEqualTo(Rational.of(1000));
        assertThat(decimal("3")).isEqualTo(Rational.of(BigInteger.valueOf(3)));
    }

    @Test
    void aThirdTimesThreeIsWhole() {
        Rational third = Rational.of(112).over(Rational.of(3));
        assertThat(third.isWhole()).isFalse();
        assertThat(third.times(Rational.of(3))).isEqualTo(Rational.of(112));
    }

    @Test
    void sumsAndDifferencesAreExact() {
        assertThat(decimal("0.1").plus(decimal("0.2"))).isEqualTo(decimal("0.3"));
        assertThat(fraction(1, 2).minus(fraction(1, 3))).isEqualTo(fraction(1, 6));
        assertThat(fraction(1, 2).negated()).isEqualTo(fraction(-1, 2));
    }

    @ParameterizedTest(name = "{0} / {1} is rounded down to {2}")
    @CsvSource({"7, 2, 3", "-7, 2, -4", "6, 2, 3", "-6, 2, -3", "1, 3, 0", "-1, 3, -1", "0, 3, 0"})
    void roundsDown(long numerator, long denominator, long floor) {
        assertThat(fraction(numerator, denominator).floor()).isEqualTo(Rational.of(floor));
    }

    @Test
    void isOrderedByValue() {
        assertThat(fraction(1, 3)).isLessThan(fraction(1, 2)).isGreaterThan(fraction(-1, 2));
        assertThat(fraction(2, 4)).isEqualByComparingTo(fraction(1, 2));
        assertThat(fraction(-1, 3).signum()).isEqualTo(-1);
        assertThat(Rational.ZERO.signum()).isZero();
    }

    @Test
    void onlyAWholeNumberOfSixtyFourBitsIsALong() {
        assertThat(Rational.of(Long.MAX_VALUE).toLong()).hasValue(9223372036854775807L);
        assertThat(Rational.of(Long.MIN_VALUE).toLong()).hasValue(-9223372036854775808L);
        assertThat(decimal("9223372036854775808").toLong()).isEmpty();
        assertThat(decimal("-9223372036854775809").toLong()).isEmpty();
        assertThat(fraction(1, 2).toLong()).isEmpty();
    }

    @Test
    void aDoubleIsWhatAParserMakesOfTheSameDigits() {
        assertThat(decimal("0.1").toDouble()).isEqualTo(0.1);
        assertThat(decimal("1e-5").toDouble()).isEqualTo(1e-5);
        assertThat(decimal("0.30000000000000004").toDouble()).isEqualTo(0.30000000000000004);
        assertThat(fraction(1, 3).toDouble()).isEqualTo(0.3333333333333333);
    }

    @Test
    void aDoubleIsNearestToAFraction() {
        assertThat(Rational.nearest(1.0 / 3)).isEqualTo(fraction(1, 3));
        assertThat(Rational.nearest(0.29)).isEqualTo(fraction(29, 100));
        assertThat(Rational.nearest(-2.5)).isEqualTo(fraction(-5, 2));
        assertThat(Rational.nearest(7)).isEqualTo(fraction(7, 1));
        assertThat(Rational.nearest(Math.PI).toDouble()).isEqualTo(Math.PI);
    }

    @Test
    void isWrittenAsAFractionToItsLastDigit() {
        assertThat(fraction(2, 4).fraction()).isEqualTo("1/2");
        assertThat(fraction(-7, 3).fraction()).isEqualTo("-7/3");
        assertThat(fraction(8, 4).fraction()).isEqualTo("2");
    }

    @ParameterizedTest(name = "{0} / {1} is written {2}")
    @CsvSource({
        "4096, 1, 4096",
        "-3, 1, -3",
        "1, 2, 0.5",
        "112, 3, 37.33333",
        "-2, 3, -0.6666667",
        "1, 100000, 0.00001",
        "24691357, 2, 24691357/2",
        "2000000001, 1000000000, 2000000001/1000000000"
    })
    void isWrittenSoThatAFractionNeverLooksWhole(long numerator, long denominator, String text) {
        assertThat(fraction(numerator, denominator)).hasToString(text);
    }
}
