package io.archmeter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code verify} says which weights are those of a file, and which were drawn. In the file, the onnx package of Python finds w1 of 8x2x3 and b3
 * of 5 elements, which are 53; w3 of 5x3x3x3x3 elements, which are 405, is in another file that is absent.
 */
class DrawnWeightsTest {
    private static final String HALF = "src/test/resources/onnx/trap_conv_1d_3d.onnx";

    @Test
    void peopleReadALine() {
        String line = "trap_conv_1d_3d: 2 tensors of weights (53 elements) are the file's own; "
                + "1 tensor of weights (405 elements) was drawn: w3\n";
        Cli.run("verify", HALF, "--width", "120").prints("predicted = observed\n" + line);
        Cli.run("verify", HALF, "--format", "markdown")
                .prints(line.replace("_", "\\_").strip());
    }

    @Test
    void programsReadNumbersAndNames() {
        Cli.run("verify", HALF, "--format", "json")
                .prints("""
                    "stored_tensors": 2,
                    "stored_elements": 53,
                    "drawn_tensors": 1,
                    "drawn_elements": 405,
                    "drawn": ["w3"],
                """, "      \"drawn_weights\": 0\n", "      \"drawn_weights\": 405\n");
        Cli.run("verify", HALF, "--format", "csv")
                .prints(",equal,drawn_weights\r\n", "\r\ntrap_conv_1d_3d,a,conv,", ",true,0\r\n", ",true,405\r\n");
    }

    @Test
    void aFileWithAllItsWeightsSaysSo() {
        Cli.run("verify", "src/test/resources/onnx/trap_einsum_several.onnx", "--width", "120")
                .prints("\ntrap_einsum_several: 1 tensor of weights (140 elements) is the file's own\n");
    }

    /** SqueezeNet 1.1 has 26 convolutions, whose biases the exporter has left out: 1,231,552 elements are left (models.csv, counted with the onnx package). */
    @Test
    void theFirstOfManyAreNamed() {
        Cli.run("verify", "src/test/resources/onnx/tv_squeezenet1_1.onnx", "--input", "3x32x32", "--width", "400")
                .prints("\ntv_squeezenet1_1: 26 tensors of weights (1,231,552 elements) were drawn: features.0.weight, "
                        + "features.3.squeeze.weight, features.3.expand1x1.weight, "
                        + "features.3.expand3x3.weight, features.4.squeeze.weight and 21 more\n");
    }

    /** Nobody expects that a spec has weights; beside a file, programs are told the same of both. */
    @Test
    void ofASpecNothingIsSaid(@TempDir Path folder) throws Exception {
        String spec = Files.writeString(
                        folder.resolve("small.yaml"), "name: small\ninput: [2, 4]\nlayers: [{linear: 3}]\n")
                .toString();
        Cli.run("verify", spec).prints("\nsmall: ").doesNotPrint("drawn", "the file's own");
        Cli.run("verify", spec, "--format", "json").doesNotPrint("drawn", "stored_");
        Cli.run("verify", spec, "--format", "csv").doesNotPrint("drawn");

        Cli.run("verify", spec, HALF, "--format", "json").prints("\"drawn\": [\"0.weight\", \"0.bias\"],");
        Cli.run("verify", spec, HALF).doesNotPrint("small: 2 tensors");
    }
}
