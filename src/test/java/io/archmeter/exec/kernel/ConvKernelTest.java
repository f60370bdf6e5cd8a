package io.archmeter.exec.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import io.archmeter.op.Layer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds convolution to its definition: elements and counts, with vectors and without, by one thread and by two. */
class ConvKernelTest {
    private static final long SEED = 20_261_124;
    private static final int CASES = 2_000;

    /** Relative to the largest element: float32 holds 24 bits, and some hundred products are added up. */
    private static final double TOLERANCE = 1e-4;

    private static final Workers ALONE = new Workers(1);
    private static final Workers TWO = new Workers(2);

    /** A convolution with weights and an input. */
    private record Case(Layer layer, Map<String, float[]> elements) {
        static Case of(String arguments, String input, SplittableRandom random) {
            Layer layer = Layer.of("conv", arguments, input);
            Conv conv = (Conv) layer.op();
            Shape x = layer.inputs().shapes().get(0);
            long weights = conv.channels() * (x.channels() / conv.group());
            for (var axis : conv.window().axes()) {
                weights *= axis.kernel();
            }
            Map<String, float[]> elements = new HashMap<>();
            elements.put("x", drawn(random, x.elements()));
            elements.put("weight", drawn(random, weights));
            if (conv.bias()) {
                elements.put("bias", drawn(random, conv.channels()));
            }
            return new Case(layer, elements);
        }

        private static float[] drawn(SplittableRandom random, long elements) {
            float[] drawn = new float[(int) elements];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = (float) random.nextDouble(-1, 1);
            }
            return drawn;
        }

        KernelRun run(Workers workers) {
            return new KernelRun(layer, elements, Optional.empty(), workers);
        }

        NaiveConv naive() {
            Shape x = layer.inputs().shapes().get(0);
            return new NaiveConv(
                    (Conv) layer.op(),
                    (int) x.batch(),
                    (int) x.channels(),
                    x.spatial().stream().mapToInt(Long::intValue).toArray(),
                    elements.get("x"),
                    elements.get("weight"),
                    elements.getOrDefault("bias", new float[0]));
        }
    }

    @Test
    void elementsAndCountsAreThoseOfTheDefinition() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            requireAgreement("seed " + seed, drawn(new SplittableRandom(seed)));
        }
    }

    /** One to four spatial axes, windows that lie wholly on padding, any divisor of the channels as the number of groups. */
    private static Case drawn(SplittableRandom random) {
        int axes = random.nextInt(10) < 6 ? 2 : random.nextInt(1, 5);
        int longest = new int[] {90, 18, 7, 5}[axes - 1];
        int[] kernel = draw(random, axes, 1, axes > 2 ? 3 : 5);
        int[] stride = draw(random, axes, 1, 3);
        int[] dilation = draw(random, axes, 1, 2);
        int[] padding = draw(random, 2 * axes, 0, 3);
        int[] input = new int[axes];
        for (int a = 0; a < axes; a++) {
            int least = (kernel[a] - 1) * dilation[a] + 1 - padding[a] - padding[axes + a];
            input[a] = Math.max(1, least) + random.nextInt(longest);
        }
        int groups = random.nextInt(3) > 0 ? 1 : random.nextInt(1, 6);
        int depth = random.nextInt(1, random.nextInt(4) == 0 ? 40 : 6);
        int channels = random.nextInt(1, random.nextInt(4) == 0 ? 80 : 10);
        String arguments =
                "channels=" + groups * channels + "; groups=" + groups + "; kernel=" + Arrays.toString(kernel)
                        + "; stride=" + Arrays.toString(stride) + "; dilation=" + Arrays.toString(dilation)
                        + "; padding=" + Arrays.toString(padding) + "; bias=" + random.nextBoolean();
        StringBuilder shape = new StringBuilder(random.nextInt(1, 4) + "x" + groups * depth);
        IntStream.of(input).forEach(extent -> shape.append('x').append(extent));
        return Case.of(arguments, shape.toString(), random);
    }

    private static int[] draw(SplittableRandom random, int count, int least, int most) {
        return IntStream.generate(() -> random.nextInt(least, most + 1))
                .limit(count)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Several panels of windows, whose last one is narrow.
                "channels=5; kernel=3; padding=1 | 1x2x41x43",
                "channels=9; kernel=3; stride=2; padding=1 | 2x3x61x59",
                // A depth of several slices, and a channel with more taps than one slice has rows.
                "channels=20; kernel=3; padding=1 | 1x150x9x9",
                "channels=3; kernel=21; padding=10 | 1x2x12x12",
                // Few windows and many channels: in several tasks, the last of them smaller.
                "channels=1100; kernel=1 | 1x40x7x7",
                "channels=300; kernel=3; padding=1; groups=2 | 2x60x14x14",
                // Depthwise, and with two outputs for each input channel.
                "channels=24; kernel=3; padding=1; groups=24 | 2x24x15x17",
                "channels=24; kernel=5; stride=2; padding=2; groups=12; bias=false | 1x12x23x9",
            })
    void largerOnesToo(String arguments, String input) {
        requireAgreement(arguments, Case.of(arguments, input, new SplittableRandom(1)));
    }

    @Test
    void whatLiesSideBySideDependsOnWhatFillsVectors() {
        for (Tiling tiling : List.of(Tilings.plain(), Tilings.best())) {
            assertThat(Lanes.best(tiling, 56 * 56, 64, 576)).isInstanceOf(WindowLanes.class);
            assertThat(Lanes.best(tiling, 7 * 7, 512, 4608)).isInstanceOf(ChannelLanes.class);
        }
    }

    private static void requireAgreement(String name, Case drawn) {
        NaiveConv naive = drawn.naive();
        for (Tiling tiling : List.of(Tilings.plain(), Tilings.best())) {
            String how = name + " of " + drawn.layer + " by " + tiling;
            KernelRun two = drawn.run(TWO);
            float[] found = run(two, tiling);
            assertThat(difference(found, naive.elements())).as(how).isLessThan(TOLERANCE);
            assertThat(two.counts().subList(0, 2)).as(how).containsExactly(naive.executed(), naive.padded());
            KernelRun alone = drawn.run(ALONE);
            assertThat(Arrays.equals(run(alone, tiling), found))
                    .as(how + ": the same by one thread")
                    .isTrue();
            assertThat(alone.counts()).as(how).isEqualTo(two.counts());
        }
    }

    private static float[] run(KernelRun run, Tiling tiling) {
        ConvKernel kernel = new ConvKernel(tiling);
        Tensor y = run.run((Op op, List<Shape> inputs, Weights weights) -> kernel.prepare((Conv) op, inputs, weights));
        return Arrays.copyOfRange(y.data(), y.offset(), y.end());
    }

    /** The largest, relative to the largest element; more than any if one is no number. */
    private static double difference(float[] found, double[] expected) {
        if (found.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = Math.max(
                Float.MIN_NORMAL, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        double difference = 0;
        for (int i = 0; i < found.length; i++) {
            double one = Math.abs(found[i] - expected[i]) / largest;
            difference = one <= difference ? difference : Double.isNaN(one) ? Double.POSITIVE_INFINITY : one;
        }
        return difference;
    }

    @Test
    void aDifferenceIsSeen() {
        assertThat(difference(new float[] {1, 2}, new double[] {1, 2.5})).isEqualTo(0.2);
        assertThat(Stream.of(Float.NaN, Float.POSITIVE_INFINITY))
                .allMatch(wrong -> difference(new float[] {wrong, 1}, new double[] {1, 1}) > 1);
    }
}
