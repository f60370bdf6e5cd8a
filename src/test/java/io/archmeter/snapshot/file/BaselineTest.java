package io.archmeter.snapshot.file;

import static io.archmeter.snapshot.file.Recording.measured;
import static io.archmeter.snapshot.file.Recording.read;
import static io.archmeter.snapshot.file.Recording.withoutPlaces;
import static io.archmeter.snapshot.file.Recording.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.load.BundledModel;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.spec.load.Bundle;
import io.archmeter.training.Optimizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineTest {
    private static final String SMALL = "src/test/resources/readme/small.yaml";

    private static final Settings UNUSUAL = new Settings(
            8,
            Optional.of(Shape.of(3, 64, 64)),
            DType.FLOAT16,
            true,
            Optimizer.MOMENTUM,
            Map.of("classes", "10", "blocks", "[1, \"é\"]"));

    static List<String> bundled() {
        return Bundle.models().stream().map(BundledModel::name).toList();
    }

    @Test
    void isWrittenToTheByte() {
        assertThat(written(measured(SMALL))).isEqualTo(SmallBaseline.TEXT);
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void whatIsWrittenIsReadAgain(String model) {
        Snapshot snapshot = measured(model);

        Baseline baseline = read(written(snapshot));

        assertThat(baseline.snapshots().stream().map(Recording::withoutPlaces))
                .containsExactly(withoutPlaces(snapshot));
    }

    @Test
    void whatWasReadIsWrittenAsItWas() {
        String text = written(measured("googlenet"), measured(SMALL));
        assertThat(written(read(text).snapshots().toArray(Snapshot[]::new))).isEqualTo(text);
    }

    /** ASCII: each character is a byte. What is written has to be read again. */
    @Test
    void aBaselineHasRoomForFiveHundredOfTheLongestNetworks() {
        assertThat(500L * written(measured("resnet152")).length()).isLessThan(SnapshotFile.BOUND.bytes());
    }

    /** The second layer takes what the first puts out, and passes it on as it is; the third adds both. */
    @Test
    void whatTheLineAboveSaysIsNotWrittenAgain(@TempDir Path folder) throws Exception {
        Path spec = Files.writeString(folder.resolve("net.yaml"), """
                input: [2, 4, 4]
                layers:
                  pool: {maxpool: 2}
                  relu: relu
                  sum: {add: , from: [pool, relu]}
                """);

        String text = written(measured(spec.toString()));

        assertThat(text.lines()
                        .filter(line -> line.contains("\"layer\""))
                        .map(line -> line.strip().replaceAll("\"(attributes\": \\{[^}]*}|[a-z_]+\": [0-9]+),? ?", "")))
                .containsExactly(
                        "{\"layer\": \"pool\", \"operator\": \"maxpool\", \"output\": \"1x2x2x2\", },",
                        "{\"layer\": \"relu\", \"operator\": \"relu\", },",
                        "{\"layer\": \"sum\", \"operator\": \"add\", \"inputs\": [\"1x2x2x2\", \"1x2x2x2\"], }");
        assertThat(read(text).snapshots().get(0).layers())
                .extracting(LayerSnapshot::inputs, LayerSnapshot::output)
                .containsExactly(
                        tuple(List.of(Shape.of(1, 2, 4, 4)), Shape.of(1, 2, 2, 2)),
                        tuple(List.of(Shape.of(1, 2, 2, 2)), Shape.of(1, 2, 2, 2)),
                        tuple(List.of(Shape.of(1, 2, 2, 2), Shape.of(1, 2, 2, 2)), Shape.of(1, 2, 2, 2)));
    }

    @Test
    void modelsStandInTheOrderOfTheirKeys() {
        Snapshot alexnet = measured("alexnet");
        Snapshot small = measured(SMALL);

        assertThat(read(written(small, alexnet)).snapshots())
                .extracting(Snapshot::key)
                .containsExactly("alexnet", SMALL);
        assertThat(written(small, alexnet)).isEqualTo(written(alexnet, small));
    }

    @Test
    void settingsOtherThanTheUsualAreKept() {
        Snapshot usual = measured(SMALL);
        Snapshot unusual = new Snapshot(SMALL, UNUSUAL, usual.input(), usual.totals(), usual.layers());

        String text = written(unusual);

        assertThat(text).contains("""
                      "settings": {
                        "batch": 8,
                        "input": "3x64x64",
                        "dtype": "float16",
                        "training": true,
                        "optimizer": "momentum",
                        "set": {"blocks": "[1, \\"é\\"]", "classes": "10"}
                      },
                """);
        assertThat(read(text).snapshots().get(0).settings()).isEqualTo(UNUSUAL);
    }

    @Test
    void aModelIsKnownByItsKeyWithItsSettings() {
        Settings batch = new Settings(8, Optional.empty(), DType.FLOAT32, false, Optimizer.ADAM, Map.of());
        Baseline baseline = read(written(measured(SMALL), measured(SMALL, batch)));

        assertThat(baseline.snapshots())
                .extracting(Snapshot::key, Snapshot::input)
                .containsExactly(tuple(SMALL, Shape.of(1, 3, 8, 8)), tuple(SMALL + " --batch 8", Shape.of(8, 3, 8, 8)));
    }

    @Test
    void theReceptiveFieldOfALayerWithoutOneIsNotKnown() {
        Snapshot read = read(SmallBaseline.with(", \"receptive_field\": 3}", "}"))
                .snapshots()
                .get(0);
        assertThat(read.layers().get(0).of(Metric.RECEPTIVE_FIELD)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNull() {
        String text = SmallBaseline.with("\"depth\": 1", "\"depth\": null")
                .replace("\"weight_bytes\": 448, \"peak", "\"weight_bytes\": null, \"peak");

        Snapshot read = read(text).snapshots().get(0);

        assertThat(read.total(Metric.DEPTH)).isEmpty();
        assertThat(read.layers().get(0).of(Metric.WEIGHT_BYTES)).isEmpty();
        assertThat(written(read)).isEqualTo(text);
    }

    /** 4·6·6 elements of 4 bytes; a convolution without padding has no multiply-add beside the input; of a layer without weights
     * training holds what it keeps. */
    @Test
    void whatFollowsFromTheRestIsNotWritten() {
        LayerSnapshot layer =
                read(SmallBaseline.TEXT).snapshots().get(0).layers().get(0);
        assertThat(layer.of(Metric.OUTPUT_BYTES)).hasValue(576);
        assertThat(layer.of(Metric.EFFECTIVE_MULTIPLY_ADDS)).hasValue(3888);
        assertThat(read(SmallBaseline.with("\"training_total_bytes\": 1800", "\"kept_for_backward_bytes\": 7"))
                        .snapshots()
                        .get(0)
                        .layers()
                        .get(0)
                        .of(Metric.TRAINING_TOTAL_BYTES))
                .hasValue(7);
    }

    @Test
    void aSumThatALayerDoesNotHaveIsZero() {
        LayerSnapshot layer =
                read(SmallBaseline.TEXT).snapshots().get(0).layers().get(0);
        assertThat(layer.of(Metric.BUFFERS)).hasValue(0);
        assertThat(layer.of(Metric.KEPT_FOR_BACKWARD_BYTES)).hasValue(0);
        assertThat(layer.of(Metric.LAYERS)).hasValue(1);
        assertThat(layer.of(Metric.ARENA_BYTES)).isEmpty();
    }

    @Test
    void aLayerHasThePlaceOfItsLine() {
        LayerSnapshot layer =
                read(SmallBaseline.TEXT).snapshots().get(0).layers().get(0);
        assertThat(layer.place()).hasToString("a.json:27:9");
    }

    @Test
    void aModelStandsInItOnce() {
        Snapshot small = measured(SMALL);
        assertThatThrownBy(() -> new Baseline("a.json", List.of(small, small)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SMALL);
    }

    @Test
    void thereCanBeNoModelInIt() {
        assertThat(read(written()).snapshots()).isEmpty();
    }
}
