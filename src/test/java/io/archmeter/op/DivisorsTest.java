package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivisorsTest {
    @Test
    void aNumberDividesIntoItsDivisors() {
        assertThat(Divisors.of(256)).isEqualTo("1, 2, 4, 8, 16, 32, 64, 128 or 256");
        assertThat(Divisors.of(6)).isEqualTo("1, 2, 3 or 6");
        assertThat(Divisors.of(49)).isEqualTo("1, 7 or 49");
    }

    @Test
    void aPrimeDividesIntoOneAndItself() {
        assertThat(Divisors.of(7)).isEqualTo("1 or 7");
        assertThat(Divisors.of(2_147_483_647)).isEqualTo("1 or 2147483647");
    }

    @Test
    void oneDividesIntoOne() {
        assertThat(Divisors.of(1)).isEqualTo("1");
    }

    @Test
    void twelveDivisorsAreShown() {
        assertThat(Divisors.of(96)).isEqualTo("1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48 or 96");
    }

    @Test
    void ofMoreTheLargerOnesAreLeftOut() {
        assertThat(Divisors.of(720)).isEqualTo("1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, …");
    }

    @Test
    void theLargestNumberTakesNoTime() {
        assertThat(Divisors.of(Long.MAX_VALUE))
                .isEqualTo("1, 7, 49, 73, 127, 337, 511, 889, 2359, 3577, 6223, 9271, …");
    }

    @Test
    void twoNumbersDivideIntoWhatDividesBoth() {
        assertThat(Divisors.ofBoth(6, 4)).isEqualTo("1 or 2");
        assertThat(Divisors.ofBoth(64, 256)).isEqualTo("1, 2, 4, 8, 16, 32 or 64");
    }
}
