package io.archmeter.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfUpTest {
    @Test
    void halvesGoUp() {
        assertThat(HalfUp.quotient(0, 10, 7)).isZero();
        assertThat(HalfUp.quotient(1, 1, 2)).isOne();
        assertThat(HalfUp.quotient(499, 1, 1000)).isZero();
        assertThat(HalfUp.quotient(3, 10, 4)).isEqualTo(8);
    }

    @Test
    void largeNumbersAreAsExactAsSmallOnes() {
        assertThat(HalfUp.quotient(Long.MAX_VALUE, 1000, Long.MAX_VALUE)).isEqualTo(1000);
        assertThat(HalfUp.quotient(Long.MAX_VALUE, 1, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(HalfUp.quotient(Long.MAX_VALUE / 2, 1, Long.MAX_VALUE)).isZero();
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> HalfUp.quotient(Long.MAX_VALUE, 2, 1));
    }

    @Test
    void itAgreesWithDecimals() {
        Random random = new Random(20_15);
        for (int i = 0; i < 10_000; i++) {
            long dividend = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
            long divisor = Math.max(1, random.nextLong(Long.MAX_VALUE) >> random.nextInt(20));
            BigDecimal expected = BigDecimal.valueOf(dividend)
                    .multiply(BigDecimal.TEN)
                    .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
            assertThat(HalfUp.quotient(dividend, 10, divisor))
                    .as("%d · 10 / %d", dividend, divisor)
                    .isEqualTo(expected.longValueExact());
        }
    }
}
