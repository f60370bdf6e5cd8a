package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.graph.DType;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import io.archmeter.report.picture.Picture;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryPicturesTest {
    /** Its input has 64 bytes, both maps 128 in one place, the output 12: see {@link MemoryDocumentTest}. */
    private static final Model CHAIN = Network.on("chain", "three layers", 1, 1, 4, 4)
            .layer("conv", "conv", "channels", 2, "kernel", 1)
            .layer("relu", "relu")
            .layer("flatten", "flatten")
            .layer("linear", "linear", "features", 3)
            .model();

    private static List<BlocksOverSteps> drawn(Model model) {
        return pictures(MemoryPictures.drawn(model.facts(DType.FLOAT32), memory(model), ""));
    }

    private static MemoryReport memory(Model model) {
        return model.memory(DType.FLOAT32, Optimizer.ADAM);
    }

    private static List<BlocksOverSteps> pictures(List<Picture> pictures) {
        return pictures.stream().map(BlocksOverSteps.class::cast).toList();
    }

    @Test
    void inferenceIsAStackOfTensors() {
        BlocksOverSteps stack = drawn(CHAIN).get(0);

        assertThat(stack.title()).isEqualTo("chain: bytes that inference holds, step by step");
        assertThat(stack.blocks()).extracting(Block::label).containsExactly("input", "conv → flatten", "linear");
        assertThat(stack.blocks().get(0).spans()).containsExactly(new Span(0, 1, 0, 64));
        assertThat(stack.blocks().get(1).spans())
                .as("what lies below it is freed")
                .containsExactly(new Span(1, 1, 64, 192), new Span(2, 4, 0, 128));
        assertThat(stack.blocks().get(1).words())
                .isEqualTo("conv → relu → flatten: 128 B, steps 1 to 4, read last by linear, in the arena at 0");
        assertThat(stack.mark().words()).isEqualTo("peak 192 B at step 1, conv (conv)");
        assertThat(stack.steps().get(1).words())
                .isEqualTo("step 1, conv (conv): 192 B · conv → flatten 128 B, input 64 B");
        assertThat(stack.summary()).contains("The weights, 412 B, are held beside this");
    }

    @Test
    void theArenaHasEachTensorAtItsPlace() {
        BlocksOverSteps arena = drawn(CHAIN).get(1);

        assertThat(arena.blocks())
                .extracting(Block::spans)
                .containsExactly(
                        List.of(new Span(0, 1, 128, 192)),
                        List.of(new Span(1, 4, 0, 128)),
                        List.of(new Span(4, 4, 128, 140)));
    }

    @Test
    void trainingIsAStackOfUsesWithItsPhases() {
        BlocksOverSteps training = drawn(CHAIN).get(2);

        assertThat(training.stretches())
                .containsExactly(new Stretch("forward", 0), new Stretch("backward", 5), new Stretch("update", 9));
        assertThat(training.series())
                .startsWith("weights", "optimizer state", "kept for backward", "gradients of parameters");
        assertThat(training.blocks().get(0).words())
                .isEqualTo("conv.weight, weights: 8 B, from forward of input to update");
    }

    /** Where a title says it, tensors are drawn together, and the top of the stack stays where it was. */
    @Test
    void tensorsThatAreTooManyAreDrawnTogether() {
        Model model = BundledModels.model("alexnet");
        InferencePictures few = new InferencePictures(model.facts(DType.FLOAT32), memory(model), 5);

        BlocksOverSteps stack = few.stack("inference").orElseThrow();

        int all = drawn(model).get(0).blocks().size();
        assertThat(stack.blocks()).hasSize(5);
        assertThat(stack.title()).endsWith("step by step (" + (all - 4) + " smaller tensors are drawn together)");
        assertThat(stack.blocks().get(4).label()).isEqualTo((all - 4) + " smaller tensors");
        requireTop(stack);
        requireNoOverlap(few.arena("arena").orElseThrow());
    }

    @Test
    void modulesStandForTensorsThatAreTooMany() {
        Model model = BundledModels.model("resnet50");
        BlocksOverSteps training = TrainingPicture.of(model.facts(DType.FLOAT32), memory(model), 100, "training")
                .orElseThrow();

        assertThat(training.blocks()).hasSizeLessThanOrEqualTo(100);
        assertThat(training.blocks()).extracting(Block::label).contains("layer4");
        requireTop(training);
    }

    @Test
    void whatHasNoGradientsHasNoPictureOfTraining() {
        List<Picture> pictures =
                MemoryPictures.drawn(CHAIN.facts(DType.INT8), CHAIN.memory(DType.INT8, Optimizer.NONE), "-chain");

        assertThat(pictures).extracting(Picture::name).containsExactly("inference-chain", "arena-chain");
    }

    /** A name from a file may hold a line break, by which scripts would take it for two steps. */
    @Test
    void whatIsSaidOfAStepIsOneLine() {
        Model model = Network.on("odd\nmodel", "", 1, 1, 4, 4)
                .layer("a\n\u202Eb", "conv", "channels", 2, "kernel", 1)
                .layer("c\rd", "sigmoid")
                .model();
        for (BlocksOverSteps picture : drawn(model)) {
            List<String> words = new ArrayList<>(
                    List.of(picture.title(), picture.summary(), picture.mark().words()));
            words.addAll(picture.series());
            picture.steps().forEach(step -> words.addAll(List.of(step.label(), step.words())));
            picture.blocks().forEach(block -> words.addAll(List.of(block.label(), block.words())));
            picture.mark().witnesses().forEach(witness -> words.addAll(List.of(witness.label(), witness.words())));

            assertThat(words).allSatisfy(line -> assertThat(line).doesNotContain("\n", "\r", "\u202E"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#names")
    void theTopIsAllThatIsHeldAndNothingOverlaps(String name) {
        Model model = BundledModels.model(name);
        List<BlocksOverSteps> drawn = drawn(model);
        assertThat(drawn).extracting(BlocksOverSteps::name).containsExactly("inference", "arena", "training");
        requireTop(drawn.get(0));
        requireNoOverlap(drawn.get(1));
        requireTop(drawn.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "googlenet", "resnet50"})
    void wholePicturesHaveABlockForEachTensor(String name) {
        Model model = BundledModels.model(name);
        for (BlocksOverSteps picture : pictures(MemoryPictures.whole(model.facts(DType.FLOAT32), memory(model), ""))) {
            requireTop(picture);
            assertThat(picture.title()).doesNotContain("together");
        }
    }

    /** A stack without gaps ends where what is held ends: that was counted by other means. */
    private static void requireTop(BlocksOverSteps picture) {
        long[] bytes = new long[picture.steps().size()];
        long[] top = new long[picture.steps().size()];
        for (Block block : picture.blocks()) {
            for (Span span : block.spans()) {
                for (int step = span.first(); step <= span.last(); step++) {
                    bytes[step] += span.to() - span.from();
                    top[step] = Math.max(top[step], span.to());
                }
            }
        }
        long[] held =
                picture.steps().stream().mapToLong(step -> step.held().exact()).toArray();
        assertThat(bytes).as(picture.title()).containsExactly(held);
        assertThat(top).as(picture.title()).containsExactly(held);
    }

    private static void requireNoOverlap(BlocksOverSteps arena) {
        List<List<Span>> spansOf = new ArrayList<>();
        arena.steps().forEach(step -> spansOf.add(new ArrayList<>()));
        for (Block block : arena.blocks()) {
            for (Span span : block.spans()) {
                for (int step = span.first(); step <= span.last(); step++) {
                    spansOf.get(step).add(span);
                }
            }
        }
        for (int step = 0; step < spansOf.size(); step++) {
            List<Span> there = spansOf.get(step);
            there.sort(Comparator.comparingLong(Span::from));
            long end = 0;
            long held = 0;
            for (Span span : there) {
                assertThat(span.from()).as("at step %s", step).isGreaterThanOrEqualTo(end);
                end = span.to();
                held += span.to() - span.from();
            }
            assertThat(end).isLessThanOrEqualTo(arena.top().exact());
            assertThat(held).isEqualTo(arena.steps().get(step).held().exact());
        }
    }
}
