package io.archmeter.convention.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.MutatedText;
import io.archmeter.convention.ConventionCount;
import io.archmeter.graph.DType;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Drawn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a convention, a user meets a count or problems at their places. */
class ConventionMutationTest {
    private static final long SEED = 20_261_201;
    private static final int CASES = 1_500;

    private static final List<String> TROUBLE = List.of(
            "0",
            "-1",
            "=",
            "=1 / 0",
            "=2 ^ 200",
            "=in.shape",
            "=in.shape[9]",
            "=layer.kernel",
            "=before",
            "9223372036854775807",
            "0.1",
            "~",
            "true",
            "[]",
            "{}",
            "[",
            "{",
            "}",
            "*",
            "''",
            "\"",
            ": ",
            ":",
            ", ",
            "- ",
            "&a ",
            "*a",
            "<<: ",
            "\n",
            "\t");

    private static final Model NETWORK = new Model(Drawn.graph("""
            name: small
            input: [3, 8, 8]
            layers: [{conv: 4, kernel: 3, stride: 2}, batchnorm, relu, {maxpool: 2}, globalavgpool, {linear: 5}, softmax]
            """));

    @Test
    void aMutatedConventionCountsOrHasProblems() throws IOException {
        List<String> texts = texts();
        MutatedText mutated = new MutatedText(texts, TROUBLE);
        Random random = new Random(SEED);
        int usable = 0;
        for (int round = 0; round < CASES; round++) {
            String text = mutated.of(texts.get(random.nextInt(texts.size())), random);
            try {
                usable += isUsable(text) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", round " + round + ":\n" + text, e);
            }
        }
        assertThat(usable).as("both outcomes occur").isBetween(CASES / 50, CASES * 4 / 5);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : ShippedConventionsTest.files()) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    private static boolean isUsable(String text) {
        try {
            var convention = ConventionFile.read(TextFile.of("mine.yaml", text.getBytes(StandardCharsets.UTF_8)));
            assertThat(ConventionCount.of(convention, NETWORK.facts(DType.FLOAT32), false)
                            .layers())
                    .hasSize(7);
            return true;
        } catch (ProblemException found) {
            assertThat(found.problems()).isNotEmpty().allSatisfy(ConventionMutationTest::assertPlace);
            return false;
        }
    }

    private static void assertPlace(Problem problem) {
        assertThat(problem.toString()).hasLineCount(2).hasSizeLessThan(2_000);
    }
}
