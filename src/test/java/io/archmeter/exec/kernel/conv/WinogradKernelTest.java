package io.archmeter.exec.kernel.conv;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.kernel.KernelRun;
import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import io.archmeter.op.Layer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds Winograd's algorithm to the definition. */
@Tag("vectors")
class WinogradKernelTest {
    private static final long SEED = 150_909_308;
    private static final int CASES = 600;

    /** Relative to the largest output: its points up to ±2 cost some of float32's 24 bits. */
    private static final double TOLERANCE = 1e-4;

    private static final WinogradKernel BY_CHANNELS = new WinogradKernel(Tilings.best(), ChannelWinograd.best());
    private static final WinogradKernel PLAIN = new WinogradKernel(Tilings.plain(), Optional.empty());

    /** A convolution of 3×3 taps with weights and an input. */
    record Case(Layer layer, Map<String, float[]> elements) {
        static Case of(int channels, List<Integer> padding, boolean bias, Shape input, Random random) {
            Layer layer = Layer.of(
                    "conv",
                    "channels=" + channels + "; kernel=3; padding=" + padding + "; bias=" + bias,
                    input.toString());
            Map<String, float[]> elements = new HashMap<>();
            elements.put("x", drawn(random, input.elements()));
            elements.put("weight", drawn(random, channels * input.channels() * 9));
            if (bias) {
                elements.put("bias", drawn(random, channels));
            }
            return new Case(layer, elements);
        }

        KernelRun run(int threads) {
            return new KernelRun(layer, elements, Optional.empty(), threads);
        }
    }

    private static float[] drawn(Random random, long elements) {
        float[] drawn = new float[(int) elements];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextFloat() * 2 - 1;
        }
        return drawn;
    }

    /** Extents from one tile to several, whose last hang over or do not; padding on each side up to two. */
    static Case drawn(long seed) {
        Random random = new Random(seed);
        return Case.of(
                1 + random.nextInt(40),
                List.of(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3)),
                random.nextBoolean(),
                Shape.of(1 + random.nextInt(3), 1 + random.nextInt(40), 3 + random.nextInt(20), 3 + random.nextInt(20)),
                random);
    }

    @Test
    void elementsAndCountsAreThoseOfTheDefinition() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            requireAgreement("seed " + seed, drawn(seed));
        }
    }

    @Test
    void tilesFillSeveralBlocks() {
        requireAgreement(
                "75·2 rows of 17 tiles",
                Case.of(37, List.of(1, 1, 1, 1), true, Shape.of(2, 35, 299, 65), new Random(1)));
    }

    @Test
    void allPaddingButOneElement() {
        requireAgreement("7×9 windows", Case.of(2, List.of(4, 5, 4, 5), true, Shape.of(1, 2, 1, 1), new Random(2)));
    }

    @Test
    void multiplicationsAreThoseThatWereDone() {
        // One tile of 36 points, 2·3 kernels; the definition: 2·3·(10·10 of 12·12) taps, as 4 windows of 3 taps miss
        // one at either end.
        assertThat(counts(3, "1x2x4x4")).containsExactly(600L, 264L, 36L * 6);
        // 5×9 outputs are 2×3 tiles in each of two images; rows: 15 taps less 2, columns: 27 less 2.
        assertThat(counts(3, "2x2x5x9"))
                .containsExactly(2L * 6 * 13 * 25, 2L * 6 * (15 * 27 - 13 * 25), 2L * 6 * 6 * 36);
    }

    @Test
    void theTestsRunWithTheVectorModule() {
        assertThat(ChannelWinograd.best()).isPresent();
    }

    private static List<Long> counts(int channels, String input) {
        List<Long> extents = Stream.of(input.split("x")).map(Long::valueOf).toList();
        KernelRun run = Case.of(channels, List.of(1, 1, 1, 1), false, new Shape(extents), new Random(3))
                .run(1);
        run.run(by(BY_CHANNELS));
        List<Long> counts = run.counts();
        KernelRun plain = Case.of(channels, List.of(1, 1, 1, 1), false, new Shape(extents), new Random(3))
                .run(1);
        plain.run(by(PLAIN));
        assertThat(plain.counts()).isEqualTo(counts);
        return counts;
    }

    @Test
    void itIsTakenWhereItAppliesAndPays() {
        assertThat(taken("channels=64; kernel=3; padding=1", "1x64x56x56")).isTrue();
        assertThat(taken("channels=64; kernel=3", "8x32x10x10")).isTrue();
        assertThat(taken("channels=64; kernel=3; stride=2; padding=1", "1x64x56x56"))
                .isFalse();
        assertThat(taken("channels=64; kernel=3; padding=2; dilation=2", "1x64x56x56"))
                .isFalse();
        assertThat(taken("channels=64; kernel=3; padding=1; groups=2", "1x64x56x56"))
                .isFalse();
        assertThat(taken("channels=64; kernel=[3, 1]", "1x64x56x56")).isFalse();
        assertThat(taken("channels=64; kernel=3", "1x64x9x9x9")).isFalse();
        // Too few channels, and too few tiles to be multiplied together.
        assertThat(taken("channels=64; kernel=3; padding=1", "1x8x56x56")).isFalse();
        assertThat(taken("channels=64; kernel=3; padding=1", "1x64x4x4")).isFalse();
    }

    @Test
    void itPaysForFewChannelsOrTilesWithVectorsOfChannelsAlone() {
        for (String input : List.of("1x16x56x56", "1x64x7x7")) {
            assertThat(taken(BY_CHANNELS, "channels=64; kernel=3; padding=1", input))
                    .as(input)
                    .isTrue();
            assertThat(taken(PLAIN, "channels=64; kernel=3; padding=1", input))
                    .as(input)
                    .isFalse();
        }
    }

    private static boolean taken(String arguments, String input) {
        return taken(BY_CHANNELS, arguments, input);
    }

    private static boolean taken(WinogradKernel kernel, String arguments, String input) {
        Layer layer = Layer.of("conv", arguments, input);
        return kernel.suits((Conv) layer.op(), layer.inputs().shapes().get(0));
    }

    static void requireAgreement(String name, Case drawn, WinogradKernel kernel) {
        KernelRun direct = drawn.run(2);
        requireAgreement(name, drawn, by(kernel), direct.run(), direct.counts());
    }

    private static void requireAgreement(String name, Case drawn) {
        KernelRun direct = drawn.run(2);
        Tensor expected = direct.run();
        requireAgreement(name + ", by channels", drawn, by(BY_CHANNELS), expected, direct.counts());
        requireAgreement(name + ", plain", drawn, by(PLAIN), expected, direct.counts());
    }

    private static void requireAgreement(
            String name, Case drawn, Kernel<Op> kernel, Tensor expected, List<Long> counts) {
        KernelRun fast = drawn.run(3);
        Tensor found = fast.run(kernel);
        assertThat(found.shape()).as(name).isEqualTo(expected.shape());
        assertThat(difference(found, expected)).as(name).isLessThan(TOLERANCE);
        assertThat(fast.counts().subList(0, 2)).as(name).isEqualTo(counts.subList(0, 2));
        float[] alone = elements(drawn.run(1).run(kernel));
        assertThat(Arrays.equals(alone, elements(found)))
                .as(name + ", by one thread")
                .isTrue();
    }

    private static Kernel<Op> by(WinogradKernel kernel) {
        return (op, inputs, weights) -> kernel.prepare((Conv) op, inputs, weights);
    }

    private static float[] elements(Tensor tensor) {
        return Arrays.copyOfRange(tensor.data(), tensor.offset(), tensor.end());
    }

    private static double difference(Tensor found, Tensor expected) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.elements(); i++) {
            float element = expected.data()[expected.offset() + i];
            difference = Math.max(difference, Math.abs(found.data()[found.offset() + i] - element));
            largest = Math.max(largest, Math.abs(element));
        }
        return difference / largest;
    }
}
