package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code verify} answers; that it answers otherwise where a rule is wrong, RuleMutationTest shows. */
class VerifyCommandTest {
    @TempDir
    Path folder;

    private String spec;

    @BeforeEach
    void writeSpec() throws Exception {
        spec = write("small.yaml", """
                name: small
                input: [2, 5, 4]
                layers: [{conv: 3, kernel: 2}, relu]
                """);
    }

    @Test
    void aModelThatDoesWhatIsPredictedIsFine() {
        Cli.run("verify", spec)
                .prints("\nsmall on 1×2×5×4\n", "\nsmall: 2 layers in an arena of 304 bytes, predicted = observed\n");
    }

    /** Of 2×8, one branch takes 2·8·8 multiply-adds, and the other 2·8·16 and 2·16·8. */
    @Test
    void whatABranchMultipliesIsOneOfTheCountsOfBoth() {
        Cli.run("verify", "src/test/resources/onnx/tx_cond_dynamo.onnx")
                .prints(
                        ", predicted = observed\n",
                        "\ntx_cond_dynamo: predicted of cond (If) are 128 or 512 multiply-adds, as its input decides\n");
    }

    @Test
    void severalModelsAreVerifiedOneAfterTheOther() {
        Cli.run("verify", spec, "squeezenet1_1", "--input", "3x32x32", "--format", "csv")
                .prints(
                        "model,layer,operator,",
                        "\r\nsmall,0,conv,1x3x31x31,1x3x31x31,",
                        "\r\nsqueezenet1_1,features.0,");
    }

    @Test
    void batchInputSeedThreadsAndWeightsAreTakenAsTheyAreGiven() {
        Cli.run("verify", spec, "--batch", "3", "--input", "1x4x4", "--seed", "7", "--threads", "2", "--keep-weights")
                .prints("\nbatch 3, dtype float32, seed 7\n", "\nsmall on 3×1×4×4\n");
    }

    @Test
    void aFastRunSaysWhatItMultiplied() {
        Cli.run("verify", spec, "--fast", "--format", "csv")
                .prints(",multiplications\r\n", "\r\nsmall,0 + 1,conv+relu,1x3x4x3,", ",true,288\r\n");
    }

    /** The answer stays the same bytes on every machine; what differs stands beside it. */
    @Test
    void aVerboseRunSaysOnStandardErrorWithWhatItMultiplies() {
        Cli usual = Cli.run("verify", spec);
        Cli verbose = Cli.run("verify", spec, "--verbose");
        assertThat(verbose.out()).isEqualTo(usual.out());
        assertThat(verbose.err()).matches("vectors: .+, tiles of \\d+×\\d+\n");
    }

    @Test
    void anAnswerDependsOnNoNumberOfThreads() {
        String answer =
                Cli.run("verify", spec, "--threads", "1", "--format", "json").out();

        Cli.run("verify", spec, "--threads", "7", "--format", "json").printsExactly(answer);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        Cli.run("verify", spec, "--seed", "-1", "--threads", "0").refuses("""
                archmeter verify: error: [bad-value] --seed must be a whole number from 0, but is '-1'
                    remedy: write e.g. --seed 4
                archmeter verify: error: [bad-value] --threads must be a whole number from 1, but is '0'
                    remedy: write e.g. --threads 4
                2 problems
                """);
    }

    @Test
    void noMachineHasMoreThreadsThanThat() {
        Cli.run("verify", spec, "--threads", "4096").prints("predicted = observed");
        Cli.run("verify", spec, "--threads", "4097").refuses("""
                archmeter verify: error: [bad-value] --threads must be a whole number from 1 to 4096, but is '4097'
                    remedy: write e.g. --threads 4
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {lrn: 3, k: -10}                                        | a negative number has no power of 3/4
            {lrn: 3, k: 0, alpha: 0}, {lrn: 3, k: 0, alpha: 0}      | infinity over infinity
            """)
    void aNaNIsNamed(String layers, String why) throws Exception {
        String broken = write("broken.yaml", "input: [4, 2, 2]\nlayers: [" + layers + "]\n");

        Cli.run("verify", broken).refusesWith("[nan-produced] ");
    }

    /** The dilated window steps over the input: PyTorch gives −∞, and a convolution of that is no number. */
    @ParameterizedTest
    @ValueSource(strings = {"{conv: 2, kernel: 3}", "{softmax: , axis: 2}", "{lrn: 3}", "relu"})
    void infinityOfAPoolOverPaddingAloneIsNoFault(String layer) throws Exception {
        String beside = write(
                "beside.yaml",
                "input: [2, 2, 2]\nlayers: [{maxpool: 2, stride: 1, padding: 2, dilation: 3}, " + layer + ", relu]\n");

        Cli.run("verify", beside).prints("predicted = observed");
        Cli.run("verify", beside, "--fast").prints("predicted = observed");
    }

    @Test
    void whatCannotFitIsRefusedBeforeAnyWork() throws Exception {
        String tensors = write("tensors.yaml", "input: [3, 40000, 40000]\nlayers: [relu]\n");
        Cli.run("verify", tensors).refuses(tensors + """
                :1:8: error: [not-enough-memory] input: the activations after it have 4800000000 elements in one array, \\
                but an array of Java at most 2147483639
                    remedy: use a smaller --input or --batch; 'archmeter analyze' counts networks of any size
                """.replace("\\\n", ""));
        String weights = write("weights.yaml", "input: [70000]\nlayers: [{linear: 70000}]\n");
        Cli.run("verify", weights).refuses(weights + """
                :2:11: error: [not-enough-memory] 0: a tensor of its weights has 4900000000 elements, \\
                but an array of Java at most 2147483639
                    remedy: use a smaller --input or --batch; 'archmeter analyze' counts networks of any size
                """.replace("\\\n", ""));
    }

    @Test
    void whoWatchesSeesHowFarItIs() {
        String err = watched(true);

        assertThat(err)
                .startsWith("\r\u001B[Kverifying small: layer 1 of 2, 0\r\u001B[Kverifying small: layer 2 of 2, 1")
                .endsWith("\r\u001B[K");
        assertThat(watched(false)).isEmpty();
    }

    private String watched(boolean watched) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                new Terminal(false, watched, OptionalInt.empty()),
                ColorChoice.NEVER);
        assertThat(Main.run(new String[] {"verify", spec}, console, Map.of())).isZero();
        return err.toString(StandardCharsets.UTF_8);
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
