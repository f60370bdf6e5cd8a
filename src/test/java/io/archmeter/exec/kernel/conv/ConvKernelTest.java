package io.archmeter.exec.kernel.conv;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.kernel.Definition;
import io.archmeter.exec.kernel.KernelRun;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import io.archmeter.op.Layer;
import io.archmeter.op.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds convolution in tiles to the definition: elements within rounding, counts to the unit. */
@Tag("vectors")
class ConvKernelTest {
    private static final long SEED = 20_260_917;
    private static final int CASES = 2_000;
    private static final double TOLERANCE = 1e-5;
    private static final List<Tiling> TILINGS = List.of(Tilings.plain(), Tilings.best());

    /** The operator on an input; the elements come from the seed of the case. */
    private record Case(Layer layer, long seed) {
        KernelRun run(int threads) {
            Random random = new Random(seed);
            Conv op = (Conv) layer.op();
            Shape x = layer.inputs().shapes().get(0);
            Map<String, float[]> elements = new HashMap<>();
            elements.put("x", drawn(random, x.elements()));
            long taps =
                    op.window().axes().stream().mapToLong(axis -> axis.kernel()).reduce(1, (a, b) -> a * b);
            elements.put("weight", drawn(random, op.channels() * (x.channels() / op.group()) * taps));
            if (op.bias()) {
                elements.put("bias", drawn(random, op.channels()));
            }
            return new KernelRun(layer, elements, Optional.empty(), threads);
        }
    }

    @Test
    void elementsAndCountsAreThoseOfTheDefinition() {
        int accepted = 0;
        for (long seed = SEED; accepted < CASES; seed++) {
            Optional<Case> drawn = drawn(seed);
            if (drawn.isPresent()) {
                requireAgreement("seed " + seed, drawn.get());
                accepted++;
            }
        }
    }

    /** Blocks, panels and tiles have borders at these places, and the last of each is not full. */
    @Test
    void largeOnesToo() {
        requireAgreement("a stem", of("channels=70; kernel=7; stride=2; padding=3", "1x3x75x131", 1));
        requireAgreement("deep and small", of("channels=131; kernel=3; padding=1", "3x300x7x7", 2));
        requireAgreement("pointwise", of("channels=67; kernel=1; bias=false", "2x131x31x33", 3));
        requireAgreement("depthwise", of("channels=66; kernel=3; padding=1; groups=66", "1x66x41x43", 4));
        requireAgreement(
                "depthwise with a stride",
                of("channels=10; kernel=[3, 5]; stride=2; padding=[0, 2, 1, 1]; groups=5; bias=false", "2x5x23x31", 7));
        requireAgreement(
                "depthwise, dilated, in three axes",
                of("channels=4; kernel=3; padding=2; dilation=2; groups=4", "1x4x7x8x9", 8));
        requireAgreement(
                "depthwise in several bands", of("channels=6; kernel=5; padding=2; groups=3", "1x3x150x141", 10));
        requireAgreement(
                "depthwise, bands with a stride",
                of("channels=2; kernel=5; stride=2; padding=2; groups=2", "1x2x301x203", 11));
        requireAgreement(
                "depthwise, most of it padding",
                of("channels=3; kernel=2; padding=9; dilation=4; groups=3", "1x3x2x1", 12));
        requireAgreement(
                "depthwise, a stride beyond the window",
                of("channels=3; kernel=2; stride=[5, 4]; padding=3; groups=3", "1x3x17x18", 13));
        requireAgreement("depthwise along one axis", of("channels=3; kernel=4; padding=3; groups=3", "2x3x11", 9));
        requireAgreement("in groups of 4", of("channels=64; kernel=3; padding=1; groups=16", "1x64x29x29", 5));
        requireAgreement("a window of all", of("channels=300; kernel=[9, 11]", "2x40x9x11", 6));
        requireAgreement("a depth of several slices", of("channels=20; kernel=3; padding=1", "1x150x9x9", 7));
        requireAgreement("a channel in two slices", of("channels=3; kernel=21; padding=10", "1x2x12x12", 8));
        requireAgreement("many channels, few windows", of("channels=1100; kernel=1", "1x40x7x7", 9));
    }

    @Test
    void whatLiesSideBySideIsWhatFillsVectors() {
        for (Tiling tiling : TILINGS) {
            assertThat(Lanes.best(tiling, 56 * 56, 64, 576)).isInstanceOf(WindowLanes.class);
            assertThat(Lanes.best(tiling, 7 * 7, 512, 4608)).isInstanceOf(ChannelLanes.class);
        }
    }

    /** A case that the operator may refuse. */
    private static Optional<Case> drawn(long seed) {
        Random random = new Random(seed);
        int rank = 1 + random.nextInt(4);
        int groups = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1;
        String arguments = "channels=" + groups * (1 + random.nextInt(20))
                + "; kernel=" + perAxis(rank, axis -> 1 + random.nextInt(4))
                + "; stride=" + perAxis(rank, axis -> 1 + random.nextInt(3))
                + "; padding=" + perAxis(2 * rank, axis -> random.nextInt(4))
                + "; dilation=" + perAxis(rank, axis -> 1 + random.nextInt(2))
                + "; groups=" + groups
                + "; bias=" + random.nextBoolean();
        StringBuilder input = new StringBuilder(1 + random.nextInt(3) + "x" + groups * (1 + random.nextInt(6)));
        for (int axis = 0; axis < rank; axis++) {
            input.append('x').append(1 + random.nextInt(rank < 3 ? 24 : 6));
        }
        try {
            return Optional.of(of(arguments, input.toString(), seed));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private static Case of(String arguments, String input, long seed) {
        return new Case(Layer.of("conv", arguments, input), seed);
    }

    private static List<Integer> perAxis(int axes, IntUnaryOperator number) {
        List<Integer> numbers = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            numbers.add(number.applyAsInt(axis));
        }
        return numbers;
    }

    /** The definition is run once for all tilings: it takes longer than all of them. */
    private static void requireAgreement(String name, Case drawn) {
        KernelRun expected = drawn.run(1);
        float[] elements = elements(expected.run(ConvKernelTest::definition));
        for (Tiling tiling : TILINGS) {
            requireAgreement(name, drawn, tiling, expected, elements);
        }
    }

    private static void requireAgreement(String name, Case drawn, Tiling tiling, KernelRun expected, float[] elements) {
        List<float[]> runs = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            KernelRun found = drawn.run(threads);
            Tensor output =
                    found.run((op, inputs, weights) -> new ConvKernel(tiling).prepare((Conv) op, inputs, weights));
            assertThat(output.shape()).as(name).isEqualTo(drawn.layer().output());
            assertThat(difference(elements(output), elements)).as(name).isLessThan(TOLERANCE);
            assertThat(found.counts()).as(name).isEqualTo(expected.counts());
            runs.add(elements(output));
        }
        assertThat(Arrays.equals(runs.get(0), runs.get(1)))
                .as(name + ": the same bits by one thread and by two")
                .isTrue();
    }

    private static Pass definition(Op op, List<Shape> inputs, Weights weights) {
        return new Definition().prepare((Conv) op, inputs, weights);
    }

    private static float[] elements(Tensor tensor) {
        return Arrays.copyOfRange(tensor.data(), tensor.offset(), tensor.end());
    }

    private static double difference(float[] found, float[] expected) {
        double difference = 0;
        double largest = 1e-3;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(found[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return difference / largest;
    }

    private static float[] drawn(Random random, long elements) {
        float[] drawn = new float[(int) elements];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextFloat() * 2 - 1;
        }
        return drawn;
    }
}
