package io.archmeter.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which points are taken. */
class ShuffleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 17, 64, 65, 1000})
    void eachPointComesOnceAndIsFoundAgain(int size) {
        BigInteger all = BigInteger.valueOf(size);
        for (long seed = 0; seed < 5; seed++) {
            Shuffle order = Shuffle.of(all, seed);
            Set<BigInteger> seen = new HashSet<>();
            for (int i = 0; i < size; i++) {
                BigInteger position = BigInteger.valueOf(i);
                BigInteger index = order.index(position);
                assertThat(index).isBetween(BigInteger.ZERO, all.subtract(BigInteger.ONE));
                assertThat(order.position(index)).as("seed %d", seed).isEqualTo(position);
                seen.add(index);
            }
            assertThat(seen).hasSize(size);
        }
    }

    @Test
    void aSpaceMayBeLargerThanALong() {
        BigInteger size = BigInteger.TEN.pow(40);
        Shuffle order = Shuffle.of(size, 7);
        Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            BigInteger index = order.index(BigInteger.valueOf(i));
            assertThat(index).isLessThan(size);
            assertThat(order.position(index)).isEqualTo(BigInteger.valueOf(i));
            seen.add(index);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void anotherSeedGivesAnotherOrderAndNoneTheOneOfTheIndices() {
        BigInteger size = BigInteger.valueOf(1_000_000);
        assertThat(Shuffle.of(size, 1).index(BigInteger.TEN))
                .isNotEqualTo(Shuffle.of(size, 2).index(BigInteger.TEN));
        assertThat(Shuffle.none(size).index(BigInteger.TEN)).isEqualTo(BigInteger.TEN);
        assertThat(Shuffle.none(size).position(BigInteger.TEN)).isEqualTo(BigInteger.TEN);
    }

    /** Of 10,000 points of a million, drawn evenly, 1,000 are expected in each tenth, with a deviation of 30. */
    @Test
    void pointsLieAllOverTheSpace() {
        BigInteger size = BigInteger.valueOf(1_000_000);
        Shuffle order = Shuffle.of(size, 3);
        int[] tenths = new int[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[order.index(BigInteger.valueOf(i)).intValueExact() / 100_000]++;
        }
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(850, 1150);
        }
    }
}
