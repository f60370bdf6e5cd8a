package io.archmeter.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.training.Optimizer;
import io.archmeter.value.PlainValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final Settings TRAINING =
            new Settings(1, Optional.empty(), DType.FLOAT32, true, Optimizer.ADAM, Map.of());

    private static Snapshot snapshot(String model, Settings settings) {
        return Snapshots.of(model, Archmeter.load(model).facts(settings.dtype()), settings);
    }

    /** The sums of the manual's page on memory, which does them by hand; the others are torchvision's. */
    @Test
    void alexNetHasWhatArithmeticByHandSays() {
        Snapshot alexnet = snapshot("alexnet", Settings.DEFAULT);
        assertThat(alexnet.totals())
                .containsEntry(Metric.PARAMETERS, 61_100_840L)
                .containsEntry(Metric.BUFFERS, 0L)
                .containsEntry(Metric.MULTIPLY_ADDS, 714_188_480L)
                .containsEntry(Metric.WEIGHT_BYTES, 244_403_360L)
                .containsEntry(Metric.PEAK_BYTES, 1_376_512L)
                .containsEntry(Metric.ARENA_BYTES, 1_376_512L)
                .containsEntry(Metric.KEPT_FOR_BACKWARD_BYTES, 3_741_184L)
                .containsEntry(Metric.TRAINING_TOTAL_BYTES, 981_354_688L)
                .containsEntry(Metric.TRAINING_PEAK_BYTES, 980_445_632L)
                .containsEntry(Metric.DEPTH, 8L)
                // Five convolutions and three linear layers, seven relus, three pools and one before the classifier,
                // two
                // dropouts, one flatten.
                .containsEntry(Metric.LAYERS, 22L)
                .containsOnlyKeys(Metric.recorded());
    }

    /** Araujo, Norris and Sim 2019 ("Computing Receptive Fields"), table of AlexNet: 195 after the last pool. */
    @Test
    void aLayerHasItsShareAndNotWhatOnlyANetworkHas() {
        LayerSnapshot pool = layer(snapshot("alexnet", Settings.DEFAULT), "features.12");
        assertThat(pool.of(Metric.RECEPTIVE_FIELD)).hasValue(195);
        assertThat(pool.of(Metric.PARAMETERS)).hasValue(0);
        assertThat(pool.of(Metric.WEIGHT_BYTES)).hasValue(0);
        assertThat(pool.of(Metric.LAYERS)).hasValue(1);
        // While it runs, its input of 256·13·13 elements and its output of 256·6·6 are held: 209,920 bytes, as the
        // manual's run of `verify` shows.
        assertThat(pool.of(Metric.PEAK_BYTES)).hasValue(4 * (43_264 + 9_216));
        // Its output, and an index of 8 bytes for each element.
        assertThat(pool.of(Metric.KEPT_FOR_BACKWARD_BYTES)).hasValue(12 * 9_216);
        assertThat(pool.of(Metric.TRAINING_TOTAL_BYTES)).hasValue(12 * 9_216);
        assertThat(pool.of(Metric.ARENA_BYTES)).isEmpty();
        assertThat(pool.attributes())
                .isEqualTo(Map.of(
                        "kernel", new PlainValue.Items(List.of(PlainValue.Num.of(3), PlainValue.Num.of(3))),
                        "stride", new PlainValue.Items(List.of(PlainValue.Num.of(2), PlainValue.Num.of(2))),
                        "ceil_mode", new PlainValue.Flag(false)));
    }

    /** 1 + (3 − 1) = 3 rows and 1 + (5 − 1) = 5 columns: nothing larger than 3×3 is seen whole. */
    @Test
    void ofUnequalAxesTheOneCountsThatSeesLess(@TempDir Path folder) throws IOException {
        Path spec = Files.writeString(
                folder.resolve("net.yaml"), "input: [1, 9, 9]\nlayers: {wide: {conv: 1, kernel: [3, 5]}}\n");
        Snapshot wide = snapshot(spec.toString(), Settings.DEFAULT);
        assertThat(layer(wide, "wide").of(Metric.RECEPTIVE_FIELD)).hasValue(3);
        assertThat(wide.total(Metric.RECEPTIVE_FIELD)).hasValue(3);
    }

    /** Of what is kept, the input of 3·224·224 elements belongs to no layer. */
    @Test
    void layersTogetherHaveWhatTrainingHoldsButTheInput() {
        Snapshot alexnet = snapshot("alexnet", Settings.DEFAULT);
        assertThat(Snapshot.together(Metric.KEPT_FOR_BACKWARD_BYTES, alexnet.layers()))
                .hasValue(3_741_184 - 4 * 150_528);
        assertThat(Snapshot.together(Metric.TRAINING_TOTAL_BYTES, alexnet.layers()))
                .hasValue(981_354_688 - 4 * 150_528);
        // Weights, gradients, two copies of Adam and a step of 4 bytes for weight and bias: 4·4·(1000·4096 + 1000) + 8.
        assertThat(layer(alexnet, "classifier.6").of(Metric.TRAINING_TOTAL_BYTES))
                .hasValue(65_552_008);
    }

    /** PyTorch's {@code half()} changes what is floating-point, running statistics too; their counter has 64 bits. */
    @Test
    void weightsAreCountedAsTheyAreStored() {
        Settings half = new Settings(1, Optional.empty(), DType.FLOAT16, false, Optimizer.ADAM, Map.of());
        LayerSnapshot norm = layer(snapshot("resnet18", half), "bn1");
        // 2 * 64 parameters and 2 * 64 statistics of 2 bytes, and 8 bytes.
        assertThat(norm.of(Metric.WEIGHT_BYTES)).hasValue(256 + 256 + 8);
    }

    @Test
    void headsCountInTrainingOnly() {
        Snapshot inference = snapshot("googlenet", Settings.DEFAULT);
        Snapshot training = snapshot("googlenet", TRAINING);
        // torchvision: 13,004,888 with both auxiliary classifiers, and 6,624,904 without.
        assertThat(inference.total(Metric.PARAMETERS)).hasValue(6_624_904);
        assertThat(training.total(Metric.PARAMETERS)).hasValue(13_004_888);
        assertThat(Snapshot.together(Metric.PARAMETERS, inference.layers())).hasValue(6_624_904);
        assertThat(Snapshot.together(Metric.PARAMETERS, training.layers())).hasValue(13_004_888);
        // 2,048·1,024 weights and 1,024 biases; its input and output are held while it runs.
        assertThat(layer(training, "aux1.fc1").of(Metric.PARAMETERS)).hasValue(2_098_176);
        assertThat(layer(training, "aux1.fc1").of(Metric.PEAK_BYTES).orElseThrow())
                .isGreaterThanOrEqualTo(4 * (2_048 + 1_024));
        assertThat(training.total(Metric.KEPT_FOR_BACKWARD_BYTES))
                .isEqualTo(inference.total(Metric.KEPT_FOR_BACKWARD_BYTES));
    }

    /** SGD without momentum keeps nothing: weights, gradients, and what alexNetHasWhatArithmeticByHandSays says is kept. */
    @Test
    void trainingHoldsWhatTheOptimizerKeeps() {
        Settings sgd = new Settings(1, Optional.empty(), DType.FLOAT32, true, Optimizer.SGD, Map.of());
        Snapshot alexnet = snapshot("alexnet", sgd);
        assertThat(alexnet.total(Metric.TRAINING_TOTAL_BYTES)).hasValue(2 * 244_403_360L + 3_741_184L);
        assertThat(layer(alexnet, "classifier.6").of(Metric.TRAINING_TOTAL_BYTES))
                .hasValue(2 * 4 * (1_000L * 4_096 + 1_000));
    }

    @Test
    void severalLayersTogetherHaveTheirSumOrTheLastOnesField() {
        List<LayerSnapshot> layers = snapshot("alexnet", Settings.DEFAULT).layers();
        List<LayerSnapshot> stem = layers.subList(0, 3);
        assertThat(Snapshot.together(Metric.PARAMETERS, stem)).hasValue(23_296);
        // 64*55*55 elements twice and 64*27*27 of the pool, 4 bytes each.
        assertThat(Snapshot.together(Metric.OUTPUT_BYTES, stem)).hasValue(4 * (193_600 + 193_600 + 46_656));
        // Araujo, Norris and Sim 2019: 19 after the first pool.
        assertThat(Snapshot.together(Metric.RECEPTIVE_FIELD, stem)).hasValue(19);
        assertThat(Snapshot.together(Metric.LAYERS, stem)).hasValue(3);
        // The input of 3·224·224 elements and the output of the convolution, 64·55·55.
        assertThat(Snapshot.together(Metric.PEAK_BYTES, stem)).hasValue(4 * (150_528 + 193_600));
        assertThat(Snapshot.together(Metric.ARENA_BYTES, layers)).isEmpty();
        // Unknown is not zero.
        LayerSnapshot conv = stem.get(0);
        LayerSnapshot unknown = new LayerSnapshot(
                "unknown", conv.operator(), Map.of(), conv.inputs(), conv.output(), Map.of(), conv.place());
        assertThat(Snapshot.together(Metric.PEAK_BYTES, List.of(conv, unknown))).isEmpty();
        assertThat(Snapshot.together(Metric.PARAMETERS, List.of(conv, unknown))).isEmpty();
        assertThat(Snapshot.together(Metric.RECEPTIVE_FIELD, List.of())).isEmpty();
    }

    /** Unknown is not zero: nothing can be trained in whole numbers. */
    @Test
    void trainingHasNoFiguresInWholeNumbers() {
        Settings whole = new Settings(1, Optional.empty(), DType.INT8, false, Optimizer.ADAM, Map.of());
        Snapshot snapshot = snapshot("alexnet", whole);

        assertThat(Metric.recorded().stream()
                        .filter(metric -> snapshot.total(metric).isEmpty()))
                .containsExactly(
                        Metric.KEPT_FOR_BACKWARD_BYTES, Metric.TRAINING_TOTAL_BYTES, Metric.TRAINING_PEAK_BYTES)
                .allMatch(Metric::isOfTraining);
        assertThat(snapshot.layers())
                .allMatch(layer -> layer.of(Metric.KEPT_FOR_BACKWARD_BYTES).isEmpty());
    }

    @Test
    void theKeySaysWhatIsSetOtherwise() {
        assertThat(Settings.DEFAULT).hasToString("");
        assertThat(new Settings(
                        8,
                        Optional.of(Shape.of(3, 64, 64)),
                        DType.INT8,
                        true,
                        Optimizer.SGD,
                        Map.of("width", "0.5", "depth", "3")))
                .hasToString("--batch 8 --input 3x64x64 --dtype int8 --training --optimizer sgd --set depth=3 --set"
                        + " width=0.5");
        assertThat(snapshot("alexnet", Settings.DEFAULT).key()).isEqualTo("alexnet");
        assertThat(snapshot("alexnet", TRAINING).key()).isEqualTo("alexnet --training");
    }

    private static LayerSnapshot layer(Snapshot snapshot, String name) {
        return snapshot.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
