package io.archmeter.exec.kernel.conv;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.kernel.KernelRun;
import io.archmeter.exec.kernel.Kernels;
import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.Tilings;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import io.archmeter.op.Layer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each way of convolution finishes each element of its output once, when its sum is complete, and no other element. */
@Tag("vectors")
class EpilogueTest {
    private static final String WINOGRAD = "channels=37; kernel=3; padding=1";

    /** Whoever is finished twice, or before the end of the sum, comes out as another number. */
    private static final Epilogue ONCE = (elements, begin, end) -> {
        for (int i = begin; i < end; i++) {
            elements[i] = 2 * elements[i] + 1;
        }
    };

    @Test
    void inTiles() {
        requireFinished("channels=70; kernel=7; stride=2; padding=3", "1x3x75x131");
        requireFinished("channels=67; kernel=1; bias=false", "2x131x31x33");
        requireFinished("channels=64; kernel=3; padding=1; groups=16", "1x64x29x29");
        requireFinished("channels=64; kernel=1", "1x64x14x14");
        requireFinished("channels=5; kernel=[2, 1, 3]", "2x4x7x6x5");
    }

    @Test
    void inSeveralSlicesOfTheSums() {
        requireFinished("channels=20; kernel=5; padding=1", "1x150x9x9");
        requireFinished("channels=3; kernel=21; padding=10", "1x2x12x12");
    }

    @Test
    void bySumsThatComeOutTransposed() {
        requireFinished("channels=131; kernel=3; padding=1; stride=2", "3x300x7x7");
        requireFinished("channels=1100; kernel=1", "1x40x7x7");
    }

    @Test
    void ofOneChannelEach() {
        requireFinished("channels=66; kernel=3; padding=1; groups=66", "1x66x41x43");
        requireFinished("channels=10; kernel=[3, 5]; stride=2; groups=5; bias=false", "2x5x23x31");
    }

    /** In one block of tiles, and in several: 75·2 rows of 17 tiles. */
    @Test
    void byWinograd() {
        WinogradKernel kernel = new WinogradKernel(Tilings.best(), ChannelWinograd.best());
        for (String input : List.of("2x35x18x23", "2x35x299x65")) {
            Layer layer = Layer.of("conv", WINOGRAD, input);
            assertThat(kernel.suits((Conv) layer.op(), layer.inputs().shapes().get(0)))
                    .isTrue();
            requireFinished(WINOGRAD, input);
        }
    }

    @Test
    void withWhatIsPutAroundTheInput() {
        requireFinished("channels=8; kernel=3; padding=1; padding_mode=reflect", "1x6x9x9");
    }

    private static void requireFinished(String arguments, String input) {
        Layer layer = Layer.of("conv", arguments, input);
        for (int threads = 1; threads <= 3; threads++) {
            float[] sums = run(layer, Epilogue.NONE, threads);
            ONCE.finish(sums, 0, sums.length);
            assertThat(Arrays.equals(run(layer, ONCE, threads), sums))
                    .as(arguments + " on " + input + ", threads: " + threads)
                    .isTrue();
        }
    }

    private static float[] run(Layer layer, Epilogue epilogue, int threads) {
        KernelRun run = new KernelRun(layer, elements(layer), Optional.empty(), threads).finishing(epilogue);
        Tensor output = run.run(Kernels.fast(layer.op()).orElseThrow());
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }

    private static Map<String, float[]> elements(Layer layer) {
        Random random = new Random(7);
        Conv op = (Conv) layer.op();
        Shape x = layer.inputs().shapes().get(0);
        long taps = op.window().axes().stream().mapToLong(axis -> axis.kernel()).reduce(1, Math::multiplyExact);
        Map<String, float[]> elements = new HashMap<>();
        elements.put("x", drawn(random, x.elements()));
        elements.put("weight", drawn(random, op.channels() * (x.channels() / op.group()) * taps));
        if (op.bias()) {
            elements.put("bias", drawn(random, op.channels()));
        }
        return elements;
    }

    private static float[] drawn(Random random, long elements) {
        float[] drawn = new float[Math.toIntExact(elements)];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextFloat() * 2 - 1;
        }
        return drawn;
    }
}
