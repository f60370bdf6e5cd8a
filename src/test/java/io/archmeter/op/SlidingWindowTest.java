package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the closed formulas of the operators with a window against a window that is slid by hand, on random cases. */
class SlidingWindowTest {
    private static final long SEED = 160_307_285;
    private static final int CASES = 2_000;
    private static final String DOES_NOT_FIT = "refused: window-does-not-fit";
    private static final String BESIDE = "refused: padding-too-large";

    private record Case(String kind, String arguments, String input, String expected) {}

    @ParameterizedTest(name = "{0} spatial axes")
    @ValueSource(ints = {1, 2, 3})
    void aConvolutionDoesWhatItsWindowDoes(int rank) {
        check(
                rank,
                SlidingWindowTest::convolution,
                layer -> layer.multiplyAdds() + " " + layer.effectiveMultiplyAdds());
    }

    @ParameterizedTest(name = "{0} spatial axes")
    @ValueSource(ints = {1, 2, 3})
    void aMaxPoolComparesAsOftenAsItsWindowHasTaps(int rank) {
        check(rank, SlidingWindowTest::maxPool, Layer::others);
    }

    @ParameterizedTest(name = "{0} spatial axes")
    @ValueSource(ints = {1, 2, 3})
    void anAveragePoolAddsAsOftenAsItsWindowHasTaps(int rank) {
        check(rank, SlidingWindowTest::avgPool, Layer::others);
    }

    @ParameterizedTest(name = "{0} spatial axes")
    @ValueSource(ints = {1, 2, 3})
    void aZeroPadHasAPositionForEveryZeroAndEveryElement(int rank) {
        check(rank, SlidingWindowTest::zeroPad, Layer::others);
    }

    private static Case convolution(Random random, int rank) {
        SlidWindow window = new SlidWindow(random, rank, 3);
        String padding = padding(window, random.nextInt(4) == 0);
        int groups = 1 + random.nextInt(3);
        int depth = 1 + random.nextInt(2);
        int channels = groups * (1 + random.nextInt(2));
        String arguments = String.join(
                "; ",
                written(window, padding),
                "dilation=" + Arrays.toString(window.dilation),
                "channels=" + channels,
                "groups=" + groups,
                "bias=" + random.nextBoolean());
        return new Case("conv", arguments, window.shape(groups * depth, window.extent), slid(window, channels, depth));
    }

    private static String slid(SlidWindow window, int channels, int depth) {
        int[][] starts = window.starts(Rounding.FLOOR);
        if (noneFits(starts)) {
            return DOES_NOT_FIT;
        }
        SlidWindow.Taps taps = window.count(starts);
        long all = 0;
        long onInput = 0;
        for (int n = 0; n < window.batch; n++) {
            for (int out = 0; out < channels; out++) {
                for (int in = 0; in < depth; in++) {
                    all += taps.all();
                    onInput += taps.onInput();
                }
            }
        }
        return outcome(window, channels, starts, all + " " + onInput);
    }

    private static Case maxPool(Random random, int rank) {
        SlidWindow window = new SlidWindow(random, rank, 3);
        String dilation = "; dilation=" + Arrays.toString(window.dilation);
        return pool("maxpool", dilation, window, random, taps -> "compare=" + taps.all());
    }

    private static Case avgPool(Random random, int rank) {
        SlidWindow window = new SlidWindow(random, rank, 1);
        String padded = "; count_include_pad=" + random.nextBoolean();
        return pool("avgpool", padded, window, random, taps -> "add=" + taps.all() + "; divide=" + taps.windows());
    }

    private static Case pool(
            String kind, String more, SlidWindow window, Random random, Function<SlidWindow.Taps, String> counts) {
        Rounding rounding = Rounding.values()[random.nextInt(3)];
        int channels = 1 + random.nextInt(3);
        // Caffe knows no same padding.
        String padding = padding(window, rounding != Rounding.CAFFE && random.nextInt(4) == 0);
        String arguments = written(window, padding) + "; ceil_mode=" + rounding + more;
        String expected = pooled(window, rounding, channels, counts);
        return new Case(kind, arguments, window.shape(channels, window.extent), expected);
    }

    private static String pooled(
            SlidWindow window, Rounding rounding, int channels, Function<SlidWindow.Taps, String> counts) {
        if (window.reachesBeside()) {
            return BESIDE;
        }
        int[][] starts = window.starts(rounding);
        if (noneFits(starts)) {
            return DOES_NOT_FIT;
        }
        SlidWindow.Taps one = window.count(starts);
        long all = 0;
        long windows = 0;
        for (int map = 0; map < window.batch * channels; map++) {
            all += one.all();
            windows += one.windows();
        }
        return outcome(window, channels, starts, counts.apply(new SlidWindow.Taps(all, 0, windows)));
    }

    private static Case zeroPad(Random random, int rank) {
        SlidWindow window = new SlidWindow(random, rank, 1);
        Arrays.fill(window.kernel, 1);
        Arrays.fill(window.stride, 1);
        String expected = outcome(window, 2, window.starts(Rounding.FLOOR), "");
        return new Case("zeropad", "padding=" + window.pads(), window.shape(2, window.extent), expected);
    }

    private static String outcome(SlidWindow window, int channels, int[][] starts, String counted) {
        String output = window.shape(channels, SlidWindow.lengths(starts));
        return String.join(" | ", output, window.reach(), counted);
    }

    private static String padding(SlidWindow window, boolean same) {
        if (same) {
            window.padToSame();
        }
        return same ? "same" : window.pads();
    }

    private static String written(SlidWindow window, String padding) {
        return "kernel=" + Arrays.toString(window.kernel) + "; stride=" + Arrays.toString(window.stride) + "; padding="
                + padding;
    }

    private static boolean noneFits(int[][] starts) {
        return Stream.of(starts).anyMatch(axis -> axis.length == 0);
    }

    private static void check(int rank, BiFunction<Random, Integer, Case> drawn, Function<Layer, String> counted) {
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            long seed = SEED + i;
            Case one = drawn.apply(new Random(seed), rank);
            assertThat(found(one, counted)).as("seed %d: %s", seed, one).isEqualTo(one.expected());
            refused += one.expected().startsWith("refused") ? 1 : 0;
        }
        assertThat(refused).as("most of the drawn windows fit somewhere").isLessThan(CASES * 3 / 4);
    }

    private static String found(Case one, Function<Layer, String> counted) {
        try {
            Layer layer = Layer.of(one.kind(), one.arguments(), one.input());
            return String.join(" | ", layer.output().toString(), layer.reach(), counted.apply(layer));
        } catch (Refusal refusal) {
            return "refused: " + refusal.code();
        }
    }
}
