package io.archmeter.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.metric.Metric;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures are those of the manual's arithmetic by hand; others are named where they stand. */
class ModelAssertTest {
    private static final Model ALEXNET = Archmeter.load("alexnet");

    @TempDir
    Path folder;

    private static ModelAssert alexnet() {
        return ArchmeterAssertions.assertThat(ALEXNET);
    }

    /** Exactly so much is kept, and one less is not. */
    private static void isTheMost(long metric, ObjLongConsumer<ModelAssert> assertion) {
        assertThatCode(() -> assertion.accept(alexnet(), metric)).doesNotThrowAnyException();
        fails(alexnet -> assertion.accept(alexnet, metric - 1));
    }

    private static String fails(Consumer<ModelAssert> assertion) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(alexnet()))
                .actual()
                .getMessage();
    }

    @Test
    void aWholeNetworkIsLimitedUpToTheUnit() {
        isTheMost(61_100_840, ModelAssert::hasParametersAtMost);
        isTheMost(714_188_480, ModelAssert::hasMultiplyAddsAtMost);
        isTheMost(244_403_360, ModelAssert::hasWeightBytesAtMost);
        isTheMost(1_376_512, ModelAssert::hasPeakBytesAtMost);
        isTheMost(1_376_512, ModelAssert::hasArenaBytesAtMost);
        isTheMost(3_741_184, ModelAssert::hasKeptForBackwardBytesAtMost);
        isTheMost(981_354_688, ModelAssert::hasTrainingTotalBytesAtMost);
        isTheMost(980_445_632, (model, limit) -> model.keeps(Metric.TRAINING_PEAK_BYTES, limit));
        isTheMost(8, ModelAssert::hasDepthAtMost);
        isTheMost(22, ModelAssert::hasLayersAtMost);
    }

    /** Of these one must see as much as that: 195 after the last pool (Araujo, Norris and Sim 2019). */
    @Test
    void aReceptiveFieldIsLimitedFromBelow() {
        assertThatCode(() -> alexnet().module("features").keeps(Metric.RECEPTIVE_FIELD, 195))
                .doesNotThrowAnyException();
        fails(alexnet -> alexnet.module("features").keeps(Metric.RECEPTIVE_FIELD, 196));
        fails(alexnet -> alexnet.hasReceptiveFieldAtLeast(10_000));
    }

    @Test
    void someLayersAreLimited() {
        // features.0: 64·3·11·11 + 64; classifier.1: 4096·9216 + 4096.
        isTheMost(23_296, (model, limit) -> model.module("features.0").hasParametersAtMost(limit));
        isTheMost(37_752_832, (model, limit) -> model.eachLayer("*").hasParametersAtMost(limit));
        // 64·55·55 + 192·27·27 + 384·13·13 + 256·13·13 + 256·13·13 elements of 4 bytes.
        isTheMost(
                4 * (193_600 + 139_968 + 64_896 + 43_264 + 43_264),
                (model, limit) -> model.operator("conv").hasOutputBytesAtMost(limit));
        // Kept are mask and output of the first dropout, 9,216 elements each, and of 4,096 each a relu, mask and output
        // of the second
        // dropout, a relu.
        isTheMost(
                4 * (9_216 + 9_216 + 4_096 + 4_096 + 4_096 + 4_096),
                (model, limit) -> model.module("classifier").keeps(Metric.KEPT_FOR_BACKWARD_BYTES, limit));
        isTheMost(5, (model, limit) -> model.operator("conv").hasLayersAtMost(limit));
    }

    @Test
    void whatIsCountedCanBeSet() {
        isTheMost(122_201_680, (model, limit) -> model.storedAs(DType.FLOAT16).hasWeightBytesAtMost(limit));
        // Without a state: 2 · 244,403,360 + 3,741,184.
        isTheMost(492_547_904, (model, limit) -> model.trainedBy(Optimizer.SGD).hasTrainingTotalBytesAtMost(limit));
        // torchvision: both auxiliary classifiers included.
        ModelAssert googlenet = ArchmeterAssertions.assertThat(Archmeter.load("googlenet"));
        assertThatCode(() -> googlenet.inTraining().hasParametersAtMost(13_004_888))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> googlenet.inTraining().hasParametersAtMost(13_004_887));
    }

    @Test
    void anOperatorIsForbidden() {
        assertThatCode(() -> alexnet().hasNoOperator("lrn", "batchnorm")).doesNotThrowAnyException();
        assertThat(fails(alexnet -> alexnet.hasNoOperator("lrn", "dropout")))
                .contains("layer classifier.0: dropout is forbidden");
    }

    @Test
    void whatFailsSaysByHowMuchAndWhy() {
        assertThat(fails(alexnet -> alexnet.as("the device").hasParametersAtMost(60_000_000)))
                .startsWith("[the device] ")
                .contains("alexnet: parameters in total: 61,100,840 is 1,100,840 (1.8%) over the limit of 60,000,000")
                .contains("look at: classifier.1, archmeter:alexnet.yaml:")
                .contains("classifier.1 37,752,832 (61.8%), classifier.4 16,781,312 (27.5%)")
                .contains("remedy: ");
    }

    /** Of 3·8·8·4 = 768 bytes of the input beside 4·6·6·4 = 576 of the convolution, 57.142…% and 42.857…%. */
    @ParameterizedTest
    @ValueSource(strings = {"mine.yaml", "alexnet.yaml"})
    void aPeakIsThatOfTheFileWhateverItIsCalled(String file) throws IOException {
        assertThat(peakExplained(Archmeter.load(written(file))))
                .contains("1,344 bytes is 1,343 (134,300.0%) over the limit of 1 bytes")
                .contains("heaviest: input 768 bytes (57.1%), conv 576 bytes (42.9%)\n");
    }

    /** Eight times as much: 6,144 and 4,608 of 10,752 bytes. */
    @Test
    void aPeakIsThatOfTheBatchWithWhichTheModelWasLoaded() throws IOException {
        Model model = Archmeter.load(written("mine.yaml"), new LoadOptions(8, Optional.empty(), Map.of()));

        assertThat(peakExplained(model)).contains("heaviest: input 6,144 bytes (57.1%), conv 4,608 bytes (42.9%)\n");
    }

    /** A spec can change after the model was loaded, or be gone. */
    @Test
    void aPeakIsThatOfTheModelInHandWhereItsFileIsGone() throws IOException {
        Model model = Archmeter.load(written("mine.yaml"));
        Files.delete(folder.resolve("mine.yaml"));

        assertThat(peakExplained(model)).contains("heaviest: input 768 bytes (57.1%), conv 576 bytes (42.9%)\n");
    }

    private String written(String file) throws IOException {
        return Files.writeString(folder.resolve(file), "input: [3, 8, 8]\nlayers: {conv: {conv: 4, kernel: 3}}\n")
                .toString();
    }

    private static String peakExplained(Model model) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ArchmeterAssertions.assertThat(model).hasPeakBytesAtMost(1))
                .actual()
                .getMessage();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alexnet().hasNoOperator("droput"))
                .withMessage("there is no operator 'droput': did you mean 'dropout'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alexnet().module("features").keeps(Metric.DEPTH, 1))
                .withMessage("only a whole network has depth");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> alexnet().module("feature").hasParametersAtMost(1))
                .withMessageContaining("[no-such-layer]");
    }
}
