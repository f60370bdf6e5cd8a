package io.archmeter.exec.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.archmeter.exec.matrix.DotProducts;
import io.archmeter.exec.matrix.FloatFunctions;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Op;
import io.archmeter.op.Layer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that are products of matrices, larger than golden rows, held to their definition in double precision. */
@Tag("vectors")
class ProductKernelsTest {
    private static final long SEED = 20_261_202;

    static Stream<Tiling> tilings() {
        return Stream.of(Tilings.plain(), Tilings.best());
    }

    /** One vector, as many as are multiplied one by one, one more, and more than a task has. */
    @ParameterizedTest
    @MethodSource("tilings")
    void linearLayersWithAnyNumberOfVectors(Tiling tiling) {
        for (int vectors : new int[] {1, 4, 5, 16, 197}) {
            for (DotProducts products : List.of(DotProducts.plain(), DotProducts.best())) {
                Layer layer = Layer.of("linear", "features=131", vectors + "x403");
                float[] x = drawn(vectors * 403, 1);
                float[] weight = drawn(131 * 403, 2);
                float[] bias = drawn(131, 3);
                double[] expected = new double[vectors * 131];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = bias[i % 131] + dot(x, i / 131 * 403, 1, weight, i % 131 * 403, 1, 403);
                }
                Map<String, float[]> given = Map.of("x", x, "weight", weight, "bias", bias);
                require(layer, given, new LinearKernel(tiling, products), expected, vectors * 131L * 403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tilings")
    void productsOfTwoTensors(Tiling tiling) {
        for (boolean transpose : new boolean[] {false, true}) {
            String other = transpose ? "3x67x70" : "3x70x67";
            Layer layer = Layer.of("matmul", "transpose=" + transpose, "2x3x203x70; " + other);
            float[] a = drawn(2 * 3 * 203 * 70, 1);
            float[] b = drawn(3 * 70 * 67, 2);
            double[] expected = new double[2 * 3 * 203 * 67];
            for (int i = 0; i < expected.length; i++) {
                int matrix = i / 67 / 203 % 3 * 70 * 67;
                expected[i] = transpose
                        ? dot(a, i / 67 * 70, 1, b, matrix + i % 67 * 70, 1, 70)
                        : dot(a, i / 67 * 70, 1, b, matrix + i % 67, 67, 70);
            }
            require(layer, Map.of("x", a, "y", b), new MatmulKernel(tiling), expected, expected.length * 70L);
        }
    }

    /** Four heads of queries, of which two each share keys and values. */
    @ParameterizedTest
    @MethodSource("tilings")
    void attentionOfManyPositions(Tiling tiling) {
        int positions = 211;
        for (boolean causal : new boolean[] {false, true}) {
            Layer layer = Layer.of("attention", "causal=" + causal, "1x4x211x20; 1x2x211x20; 1x2x211x24");
            float[] q = drawn(4 * positions * 20, 1);
            float[] k = drawn(2 * positions * 20, 2);
            float[] v = drawn(2 * positions * 24, 3);
            double[] expected = new double[4 * positions * 24];
            for (int row = 0; row < 4 * positions; row++) {
                int keys = row / positions / 2 * positions;
                int seen = causal ? row % positions + 1 : positions;
                double all = 0;
                for (int key = 0; key < seen; key++) {
                    double weight = Math.exp(dot(q, row * 20, 1, k, (keys + key) * 20, 1, 20) / Math.sqrt(20));
                    all += weight;
                    for (int i = 0; i < 24; i++) {
                        expected[row * 24 + i] += weight * v[(keys + key) * 24 + i];
                    }
                }
                for (int i = 0; i < 24; i++) {
                    expected[row * 24 + i] /= all;
                }
            }
            long executed = 4L * positions * positions * (20 + 24);
            Map<String, float[]> given = Map.of("x", q, "y", k, "z", v);
            require(layer, given, new AttentionKernel(tiling, SoftmaxKernel::normalize), expected, executed);
            require(layer, given, new AttentionKernel(tiling, FloatFunctions.best()::softmax), expected, executed);
        }
    }

    /** The same bits by one thread and by three. */
    private static void require(
            Layer layer, Map<String, float[]> given, Kernel<?> kernel, double[] expected, long multiplyAdds) {
        float[] alone = run(layer, given, kernel, 1, multiplyAdds);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) alone[i])
                    .as("element %s of %s", i, layer.output())
                    .isCloseTo(expected[i], within(1e-4));
        }
        assertThat(Arrays.equals(alone, run(layer, given, kernel, 3, multiplyAdds)))
                .isTrue();
    }

    @SuppressWarnings("unchecked") // it is given the operator that it takes
    private static float[] run(
            Layer layer, Map<String, float[]> given, Kernel<?> kernel, int threads, long multiplyAdds) {
        KernelRun run = new KernelRun(layer, new HashMap<>(given), Optional.empty(), threads);
        Tensor output = run.run((Kernel<Op>) kernel);
        assertThat(output.shape()).isEqualTo(layer.output());
        assertThat(run.counts()).containsExactly(multiplyAdds, 0L, multiplyAdds);
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }

    private static double dot(float[] a, int from, int step, float[] b, int by, int stride, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) a[from + i * step] * b[by + i * stride];
        }
        return sum;
    }

    private static float[] drawn(int elements, long number) {
        Random random = new Random(SEED + number);
        float[] drawn = new float[elements];
        for (int i = 0; i < elements; i++) {
            drawn[i] = random.nextFloat() * 2 - 1;
        }
        return drawn;
    }
}
