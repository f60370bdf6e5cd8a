package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The command {@code memory}, to be looked at. */
class MemoryPageTest {
    private static final int MOST_OF_A_PAGE = 1_500_000;

    @Test
    void aPageHasAPictureOfEachRunAndOfTheArena() {
        Cli.run("memory", "alexnet", "--format", "html")
                .prints("id=\"picture-inference\"", "id=\"picture-arena\"", "id=\"picture-training\"")
                .prints("step 1, features.0 (conv): 1.3 MiB", "<td>what autograd keeps")
                .doesNotPrint("▁", "style=\"");
    }

    @Test
    void eachOfSeveralModelsHasItsOwn() {
        Cli.run("memory", "alexnet", "lenet5", "--format", "html")
                .prints("id=\"picture-inference-alexnet\"", "id=\"picture-training-lenet5\"");
        Cli.run("memory", "lenet5", "lenet5", "--format", "html")
                .prints("id=\"picture-arena-lenet5\"", "id=\"picture-arena-lenet5-2\"");
    }

    @Test
    void aPictureIsChosenByItsName() {
        Cli.run("memory", "lenet5", "--format", "svg")
                .prints("<title>lenet5: bytes that inference holds, step by step");
        Cli.run("memory", "lenet5", "--format", "svg", "--picture", "arena")
                .prints("<title>lenet5: where each tensor lies in the arena, step by step");
        Cli.run("memory", "lenet5", "--format", "svg", "--picture", "arean").refuses("""
                archmeter memory: error: [unknown-picture] there is no picture 'arean'
                    remedy: did you mean 'arena'?
                """);
    }

    @Test
    void aLargePageIsSmall() {
        Cli page = Cli.run("memory", "resnet152", "--format", "html").prints("<!DOCTYPE html>");

        assertThat(page.out().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_OF_A_PAGE);
    }

    @Test
    void onlyWhatHasStepsIsATrace() {
        Cli.run("memory", "lenet5", "--format", "trace").prints("\"traceEvents\": [\n    {\"ph\": \"M\", ");
        Cli.run("compare", "lenet5", "--format", "trace").refuses("""
                archmeter compare: error: [no-trace] there is no trace of this answer: it has no steps
                    remedy: archmeter memory MODEL --format trace writes one of the memory of a model
                """);
    }

    /** The convolution puts out 65,536 bytes and has 12,288 before it; how many boxes there are depends on the image. */
    @Test
    void whatIsNotKnownIsNotDrawnAndNotZero() {
        Cli.run("memory", "src/test/resources/readme/boxes.yaml", "--format", "html")
                .prints(
                        "<figcaption>boxes: bytes that inference holds, step by step (what has an unknown size is not drawn)")
                .prints("peak ≥ 76.0 KiB at step 1", "step 2, boxes (custom): ≥ 64.0 KiB · conv 64.0 KiB, boxes ?\n")
                .doesNotPrint("boxes 0 B");
    }
}
