package io.archmeter.exec.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact values are those of double precision, or of tables. */
@Tag("vectors")
class FloatFunctionsTest {
    private interface Function {
        void replace(float[] x, int from, int count);
    }

    static List<FloatFunctions> all() {
        return List.of(FloatFunctions.plain(), FloatFunctions.best());
    }

    @ParameterizedTest
    @MethodSource("all")
    void sigmoidAndSiluAreThoseOfDoublePrecision(FloatFunctions functions) {
        DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        requireAgreement(functions::sigmoid, sigmoid, 0, 4e-7);
        requireAgreement(functions::silu, x -> x * sigmoid.applyAsDouble(x), 0, 4e-7);
    }

    /** Φ of ½, 1, 2 and 3: Abramowitz and Stegun 1964, table 26.1. */
    @ParameterizedTest
    @MethodSource("all")
    void geluHasTheValuesOfTheTable(FloatFunctions functions) {
        float[] x = new float[40];
        x[3] = 0.5f;
        x[4] = 1;
        x[5] = 2;
        x[6] = 3;
        x[38] = -1;
        x[39] = -3;
        functions.gelu(x, 0, x.length);
        assertThat(x[0]).isZero();
        assertThat(x[3]).isCloseTo(0.5f * 0.6914624613f, within(3e-7f));
        assertThat(x[4]).isCloseTo(0.8413447461f, within(3e-7f));
        assertThat(x[5]).isCloseTo(2 * 0.9772498681f, within(6e-7f));
        assertThat(x[6]).isCloseTo(3 * 0.9986501020f, within(9e-7f));
        assertThat(x[38]).isCloseTo(-0.1586552539f, within(3e-7f));
        assertThat(x[39]).isCloseTo(-3 * 0.0013498980f, within(3e-7f));
    }

    @ParameterizedTest
    @MethodSource("all")
    void geluByTanhIsThatOfDoublePrecision(FloatFunctions functions) {
        double slope = Math.sqrt(2 / Math.PI);
        requireAgreement(
                functions::geluByTanh,
                x -> x * (1 + Math.tanh(slope * (x + 0.044715 * x * x * x))) / 2,
                // Its own cancellation: tanh is hardly more than −1.
                1e-6,
                2e-6);
    }

    @ParameterizedTest
    @MethodSource("all")
    void softmaxAddsUpToOne(FloatFunctions functions) {
        SplittableRandom random = new SplittableRandom(1);
        for (int count = 1; count < 70; count++) {
            float[] x = new float[count + 4];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) random.nextDouble(-20, 20);
            }
            float[] before = x.clone();
            functions.softmax(x, 2, count);
            double all = 0;
            for (int i = 2; i < 2 + count; i++) {
                all += Math.exp(before[i]);
            }
            for (int i = 0; i < x.length; i++) {
                double expected = i < 2 || i >= 2 + count ? before[i] : Math.exp(before[i]) / all;
                assertThat((double) x[i]).as("%s of %s", i, count).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsHiddenWeighsNothingAndNanStays(FloatFunctions functions) {
        float[] hidden = new float[20];
        hidden[0] = Float.NEGATIVE_INFINITY;
        hidden[19] = Float.NEGATIVE_INFINITY;
        functions.softmax(hidden, 0, 20);
        assertThat(hidden[0]).isZero();
        assertThat(hidden[19]).isZero();
        assertThat(hidden[7]).isCloseTo(1 / 18f, within(1e-7f));
        for (Function function : List.<Function>of(
                functions::sigmoid, functions::silu, functions::gelu, functions::geluByTanh, functions::softmax)) {
            float[] x = new float[35];
            x[0] = Float.NaN;
            x[34] = Float.NaN;
            function.replace(x, 0, x.length);
            assertThat(x[0]).isNaN();
            assertThat(x[34]).isNaN();
        }
    }

    /** Over numbers of any size, those at which an exponential is no float any more among them. */
    private static void requireAgreement(Function function, DoubleUnaryOperator exact, double absolute, double share) {
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[4_099];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (random.nextDouble(-1, 1) * (i % 3 == 0 ? 120 : i % 3 == 1 ? 10 : 0.1));
        }
        float[] before = x.clone();
        function.replace(x, 1, x.length - 2);
        assertThat(x[0]).isEqualTo(before[0]);
        assertThat(x[x.length - 1]).isEqualTo(before[x.length - 1]);
        for (int i = 1; i < x.length - 1; i++) {
            double expected = exact.applyAsDouble(before[i]);
            assertThat((double) x[i])
                    .as("of %s", before[i])
                    .isCloseTo(expected, within(1e-36 + absolute + share * Math.abs(expected)));
        }
    }
}
