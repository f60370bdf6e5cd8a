package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.load.LoadOptions;
import io.archmeter.training.Optimizer;
import io.archmeter.verify.Verification;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example specs of networks that see. */
@Tag("vectors")
class VisionExamplesTest {
    /**
     * U-Net and the detector: parameters and multiply-adds of modules of PyTorch 2.13 that are written after the same figures. By
     * hand, batch normalization takes the biases of the convolutions, 2·(64 + 128 + 256 + 512 + 1024) + 2·(512 + 256 + 128 + 64) = 5888,
     * and brings twice as many: 31,030,658 + 5888. A 1×1 convolution has a quarter of the weights of 2×2: 31,030,658 − 3·(1024·512 +
     * 512·256 + 256·128 + 128·64); and as many multiply-adds, because one tap of a transposed convolution of stride 2 meets each output.
     *
     * <p>SE-ResNet-50: ResNet-50 of torchvision, 25,557,032 and 4,089,184,256, and for each of the 3, 4, 6 and 3 blocks of C = 256, 512,
     * 1024 and 2048 channels 2·C·C/16 + C/16 + C parameters: 3·8464 + 4·33,312 + 6·132,160 + 3·526,464 = 2,530,992; multiply-adds:
     * 3·8192 + 4·32,768 + 6·131,072 + 3·524,288 = 2,514,944. PyTorch counts the same.
     *
     * <p>ViT-Ti/16: parameters of Touvron et al. 2021, Table 1, 5 M, in timm's vit_tiny_patch16_224 5,717,416; multiply-adds 196·192·768 of
     * the patches, 12·(197·192·(3·192 + 192 + 2·768) + 2·197·197·192) of the blocks and 192·1000 of the head. PyTorch 2.13 counts the same
     * of both.
     */
    @ParameterizedTest
    @CsvSource({
        "unet.yaml#unet, 31030658, 192384335872",
        "unet.yaml#unet_bn, 31036546, 192384335872",
        "unet.yaml#unet_bilinear, 28941698, 192384335872",
        "se_block.yaml, 28088024, 4091699200",
        "detector.yaml, 4169245, 6346086400",
        "vit_tiny.yaml, 5717416, 1253683200",
    })
    void costsWhatItsSourceSays(String spec, long parameters, long multiplyAdds) {
        Model model = load(spec, Optional.empty());

        assertThat(model.analyze().total().parameters()).isEqualTo(parameters);
        assertThat(model.analyze().total().multiplyAdds()).isEqualTo(multiplyAdds);
    }

    @ParameterizedTest
    @CsvSource({
        "unet.yaml#unet, 1, 32",
        "unet.yaml#unet_bn, 1, 32",
        "unet.yaml#unet_bilinear, 1, 32",
        "se_block.yaml, 3, 64",
        "detector.yaml, 3, 64",
        "vit_tiny.yaml, 3, 48",
    })
    void whatIsPredictedIsObserved(String spec, long channels, long side) {
        Verification verification =
                load(spec, Optional.of(Shape.of(channels, side, side))).verify();

        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
    }

    /** What PyTorch 2.13 keeps of two images, of a module that is written after the same figures, measured with its hooks. */
    @Test
    void theTransformerKeepsForItsBackwardPassWhatPyTorchKeeps() {
        Model model = Archmeter.load("specs/examples/vit_tiny.yaml", new LoadOptions(2, Optional.empty(), Map.of()));

        assertThat(model.memory(DType.FLOAT32, Optimizer.ADAM)
                        .training()
                        .orElseThrow()
                        .keptForBackward()
                        .exact())
                .hasValue(60_042_608);
    }

    /** Redmon and Farhadi 2018, section 2.3: maps of 3·(4 + 1 + 80) channels, an 8th, a 16th and a 32nd of the input. */
    @Test
    void theDetectorPutsOutThreeScales() {
        assertThat(load("detector.yaml", Optional.empty()).graph().outputValues())
                .extracting(Value::shape)
                .containsExactly(Shape.of(1, 255, 80, 80), Shape.of(1, 255, 40, 40), Shape.of(1, 255, 20, 20));
    }

    private static Model load(String spec, Optional<Shape> input) {
        return Archmeter.load("specs/examples/" + spec, new LoadOptions(1, input, Map.of()));
    }
}
