package io.archmeter.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InterpolationTest {
    private static final long SEED = 20261201;

    /** Sums of the first n numbers are n·(n + 1)/2. */
    @Test
    void coefficientsAreFractions() {
        Figure sums = point -> OptionalLong.of(point.get(0) * (point.get(0) + 1) / 2);
        Polynomial found = Interpolation.on(List.of(List.of(3L, 7L, 8L)), sums).orElseThrow();
        assertThat(found.terms())
                .extracting(term -> term.coefficient().fraction() + " " + term.powers())
                .containsExactly("1/2 [2]", "1/2 [1]");
    }

    @Test
    void moreValuesThanTheDegreeAsksForChangeNothing() {
        Figure line = point -> OptionalLong.of(5 * point.get(0) + 2);
        assertThat(Interpolation.on(List.of(List.of(1L, 2L, 3L, 4L)), line))
                .isEqualTo(Interpolation.on(List.of(List.of(9L, -4L)), line));
    }

    @Test
    void whatIsNotKnownAtAPointIsNotInterpolated() {
        Figure holes = point -> point.get(0) == 2 ? OptionalLong.empty() : OptionalLong.of(1);
        assertThat(Interpolation.on(List.of(List.of(1L, 2L)), holes)).isEmpty();
    }

    /** Whatever whole polynomial of up to three variables is asked on a grid comes back. */
    @Test
    void polynomialsComeBack() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            int variables = 1 + random.nextInt(3);
            int degree = random.nextInt(4);
            Polynomial hidden = Polynomial.constant(variables, Rational.of(random.nextInt(100) - 50));
            for (int term = 0; term < 4; term++) {
                Polynomial product = Polynomial.constant(variables, Rational.of(random.nextInt(2_000) - 1_000));
                for (int variable = 0; variable < variables; variable++) {
                    for (int power = random.nextInt(degree + 1); power > 0; power--) {
                        product = product.times(Polynomial.variable(variables, variable));
                    }
                }
                hidden = hidden.plus(product);
            }
            List<List<Long>> nodes = new ArrayList<>();
            for (int variable = 0; variable < variables; variable++) {
                long first = random.nextInt(60);
                long step = 1 + random.nextInt(9);
                List<Long> axis = new ArrayList<>();
                for (int node = 0; node <= degree; node++) {
                    axis.add(first + node * step);
                }
                nodes.add(axis);
            }
            Polynomial asked = hidden;
            assertThat(Interpolation.on(nodes, point -> asked.at(point).toLong()))
                    .as("seed " + SEED + ", round " + round)
                    .contains(hidden);
        }
    }
}
