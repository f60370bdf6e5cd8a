package io.archmeter.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.op.Operator;
import io.archmeter.program.Growth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a command counts, each operator is asked once: for its facts, and for what PyTorch does with it where training is followed. */
class FactsOnceTest {
    @TempDir
    private Path folder;

    private String model = "";

    /** Three layers, no two of them alike. */
    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, """
                input: [4]
                layers:
                  - {linear: 2, bias: false}
                  - relu
                  - {linear: 3, bias: false}
                """);
        model = file.toString();
    }

    private static long facts(String... commandLine) {
        return Growth.calls(Operator.class, "facts", commandLine);
    }

    private static long tapes(String... commandLine) {
        return Growth.calls(Operator.class, "tape", commandLine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "explain", "memory", "parameters", "verify"})
    void aCommandAsksOnceForEachLayer(String command) {
        assertThat(facts(command, model)).isEqualTo(3);
        assertThat(facts(command, model, "--format", "json")).isEqualTo(3);
    }

    @Test
    void whoMeasuresForABaselineAsksOnceToo() {
        assertThat(facts("diff", model, model)).isEqualTo(2 * 3);
    }

    /** Shapes and weights, which are all that a file needs, are the graph's. */
    @Test
    void whoConvertsAsksNobody() {
        assertThat(facts("convert", model, "-o", folder.resolve("small.onnx").toString()))
                .isZero();
    }

    @Test
    void trainingIsAskedForOnceAndOnlyWhereItIsFollowed() {
        assertThat(tapes("analyze", model)).isZero();
        assertThat(tapes("analyze", model, "--format", "json")).isEqualTo(3);
        assertThat(tapes("memory", model)).isEqualTo(3);
        assertThat(tapes("diff", model, model)).isEqualTo(2 * 3);
    }

    /**
     * In int8, which is not trained, the weights take 4·2 + 2·3 = 14 bytes. Of a sample the input and the first sum take 4 + 2 bytes at
     * once, in whose place the relu works, and 2 + 3 later: 6 bytes. 50 bytes leave 36 for 6 samples. The search looks at 1, which is
     * the batch of the model, at 6 and at 7.
     */
    @Test
    void aSearchForTheLargestBatchAsksOnceForEachBatch() {
        assertThat(facts("memory", model, "--dtype", "int8", "--limit", "50")).isEqualTo(3 * 3);
        // A search that begins at another batch looks at that one too, because the report is of it.
        assertThat(facts("memory", model, "--dtype", "int8", "--limit", "50", "--batch", "9"))
                .isEqualTo(4 * 3);
    }

    /**
     * Without weights there is nothing to train: an iteration holds what inference does, the 4·4 bytes of a sample, in whose place
     * the functions work. 1000 bytes hold 62 samples, and both searches look at 1, 62 and 63.
     */
    @Test
    void theSearchesForInferenceAndTrainingShareTheirBatches() throws IOException {
        Files.writeString(Path.of(model), "input: [4]\nlayers: [relu, sigmoid]\n");

        assertThat(facts("memory", model, "--limit", "1000")).isEqualTo(3 * 2);
    }
}
