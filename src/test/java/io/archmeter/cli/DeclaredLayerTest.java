package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layer whose facts are declared, through the commands. Its figures by hand: 32·16·3·3 + 32 = 4,640 parameters, 32·16·9·16·16 =
 * 1,179,648 multiply-adds for each of two samples, and 2·32·16·16·4 = 65,536 bytes of output.
 */
class DeclaredLayerTest {
    private static final String SPEC = "src/test/resources/readme/detector.yaml";

    @Test
    void countsAsAnyOther() {
        Cli.run("analyze", SPEC, "--batch", "2", "--format", "csv")
                .prints("\r\ndeform,custom,2x16x32x32,2x32x16x16,4640,0,2359296,2359296,65536,,,,,,,,,,,\r\n");
    }

    @Test
    void isExplainedAsDeclared() {
        Cli.run("explain", SPEC, "--batch", "2").prints("""
                deform  custom  2×16×32×32 → 2×32×16×16
                  output channels         = 32 (declared) = 32
                  output height           = 16 (declared) = 16
                  output width            = 16 (declared) = 16
                  parameters              = 32·16·3·3 + 32 (declared) = 4,640
                  multiply-adds           = 2·1179648 (declared) = 2,359,296
                  effective multiply-adds = 2·1179648 (declared) = 2,359,296
                  output bytes            = 2·32·16·16·4 = 65,536
                """);
    }

    /** Its weights by their names. */
    @Test
    void hasItsParameters() {
        Cli.run("parameters", SPEC, "--format", "csv")
                .prints("parameter,deform.weight,32x16x3x3,4608,18432\r\nparameter,deform.bias,32,32,128\r\n");
    }

    /**
     * Kept for the backward pass are both samples of the input of the convolution, 2·3·32·32·4 = 24,576 bytes; that of the declared layer,
     * 2·16·32·32·4 = 131,072, and its own 2·4608·4 = 36,864; and of the ReLU its output, 65,536: 258,048.
     */
    @Test
    void savesWhatItDeclares() {
        Cli.run("memory", SPEC, "--batch", "2", "--format", "csv").prints("\r\ndetector,kept_for_backward,258048\r\n");
    }

    @Test
    void isNotProved() {
        Cli verified = Cli.run("verify", SPEC, "--format", "csv");

        verified.prints("\r\ndetector,conv,conv,", ",true,true\r\n");
        assertThat(verified.out().lines().filter(line -> line.startsWith("detector,deform,custom,")))
                .singleElement()
                .asString()
                .endsWith(",,false");
    }

    @Test
    void isNoNodeOfOnnx(@TempDir Path folder) {
        Cli.run("convert", SPEC, "-o", folder.resolve("detector.onnx").toString())
                .refusesWith(SPEC + ":5:5: error: [cannot-convert] deform: custom has no counterpart in ONNX\n");
    }
}
