package io.archmeter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.value.Rational;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What is held to be in proportion is so, and what is not is seen. */
class GrowthTest {
    static final class Each implements IntConsumer {
        @Override
        public void accept(int size) {
            for (int i = 0; i < size; i++) {
                Rational.of(i);
            }
        }
    }

    static final class EachBesideEach implements IntConsumer {
        @Override
        public void accept(int size) {
            for (int i = 0; i < size; i++) {
                new Each().accept(size);
            }
        }
    }

    @Test
    void theStepsAreThoseOfTheProgramInEveryRun() {
        long one = Growth.steps(Each.class, 1);

        assertThat(one).isPositive();
        assertThat(Growth.steps(Each.class, 1_000))
                .isBetween(1_000L, 1_000 * one)
                .isEqualTo(Growth.steps(Each.class, 1_000));
    }

    @Test
    void workOnAllPairsIsNotInProportion() {
        Growth.requireProportional(Each.class, 100);
        assertThatThrownBy(() -> Growth.requireProportional(EachBesideEach.class, 100))
                .isInstanceOf(AssertionError.class);
    }
}
