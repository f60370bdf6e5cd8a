package io.archmeter.snapshot.file;

import static io.archmeter.snapshot.file.Recording.file;
import static io.archmeter.snapshot.file.Recording.measured;
import static io.archmeter.snapshot.file.Recording.problems;
import static io.archmeter.snapshot.file.Recording.withoutPlaces;
import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.source.TextFile;
import io.archmeter.training.Optimizer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports are snapshots, as far as they say enough. */
class ReportReaderTest {
    private static Snapshot old() {
        return SnapshotFile.find(file(OldReport.TEXT)).orElseThrow().get(0);
    }

    @Test
    void aReportIsTheModelThatItIsOf() {
        Snapshot measured = measured("resnet50");
        Map<Metric, Long> totals = new EnumMap<>(measured.totals());
        totals.remove(Metric.DEPTH);

        Snapshot read = SnapshotFile.find(TextFile.read(Path.of("reports/resnet50.json"), "resnet50.json"))
                .orElseThrow()
                .get(0);

        assertThat(withoutPlaces(read))
                .isEqualTo(withoutPlaces(new Snapshot(
                        "resnet50", Settings.DEFAULT, measured.input(), totals, reported(measured.layers()))));
    }

    /** A report says of memory what the network needs, and not what belongs to each layer. */
    private static List<LayerSnapshot> reported(List<LayerSnapshot> layers) {
        return layers.stream()
                .map(layer -> {
                    Map<Metric, Long> figures = new EnumMap<>(layer.figures());
                    figures.keySet()
                            .removeAll(Set.of(
                                    Metric.PEAK_BYTES, Metric.KEPT_FOR_BACKWARD_BYTES, Metric.TRAINING_TOTAL_BYTES));
                    return new LayerSnapshot(
                            layer.name(),
                            layer.operator(),
                            layer.attributes(),
                            layer.inputs(),
                            layer.output(),
                            figures,
                            layer.place());
                })
                .toList();
    }

    @Test
    void settingsAreThoseOfItsFacts() {
        assertThat(old().settings())
                .isEqualTo(new Settings(2, Optional.empty(), DType.FLOAT16, true, Optimizer.ADAM, Map.of()));
        assertThat(old().key()).isEqualTo("one --batch 2 --dtype float16 --training");
        assertThat(old().input()).isEqualTo(Shape.of(2, 3, 224, 224));
    }

    @Test
    void whatItDoesNotHaveIsNotKnown() {
        assertThat(old().totals())
                .containsOnlyKeys(
                        Metric.PARAMETERS,
                        Metric.BUFFERS,
                        Metric.MULTIPLY_ADDS,
                        Metric.EFFECTIVE_MULTIPLY_ADDS,
                        Metric.OUTPUT_BYTES,
                        Metric.LAYERS);
        LayerSnapshot layer = old().layers().get(0);
        assertThat(layer.attributes()).isEmpty();
        assertThat(layer.of(Metric.WEIGHT_BYTES)).isEmpty();
        assertThat(layer.of(Metric.RECEPTIVE_FIELD)).hasValue(11);
        assertThat(layer.place()).hasToString("a.json:8:14");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version": 1                  | "version": 3                  | 2:51 unknown-version: this 'analyze' document is of version 3, and versions up to 2 are read here
            "document": "analyze"         | "document": "compare"         | 2:29 unknown-document: the document 'compare' does not say what each layer costs
            "operator": "conv"            | "operator": "module"          | 10:17 folded-report: several layers are folded into this module, so single layers are not known
            "operator": "conv"            | "operator": null              | 8:14 cut-report: this report does not have all layers in the order of execution
            "batch": 2                    | "batch": 2, "sorted_by": "buffers" | 5:28 cut-report: this report does not have all layers in the order of execution
            "batch": 2                    | "batch": 2, "only": ["conv"]  | 5:23 cut-report: this report does not have all layers in the order of execution
            "batch": 2,                   |                               | 1:1 missing-member: a report has no 'batch'
            [2, 64, 55, 55]               | [2, 64, 55, -1]               | 12:15 wrong-type: output must be a shape, but is a list
            [2, 64, 55, 55]               | "2x64x55x55"                  | 12:15 wrong-type: output must be a shape, but is the text '2x64x55x55'
            "size": [11, 12]              | "size": [11, -12]             | 18:38 out-of-range: size must be a whole number from 0 to 2^63 - 1, but is -12
            "operator": "conv"            | "operator": "conv", "weight_bytes": 0.5 | 10:41 fraction: weight_bytes must be a whole number from 0 to 2^63 - 1, but is 0.5
            "model": "one"                | "model": "one", "peak": {}    | 3:27 missing-member: 'peak' has no 'bytes'
            "totals": {\\n    "parameters": 23296 | "totals": {\\n    "parameters": 1 | 22:19 wrong-total: the parameters of all layers do not add up to 1
            """)
    void whatIsWrongIsNamed(String part, String other, String problem) {
        String written = part.replace("\\n", "\n");
        assertThat(OldReport.TEXT).contains(written);
        String text = OldReport.TEXT.replace(written, other == null ? "" : other.replace("\\n", "\n"));
        assertThat(problems(() -> SnapshotFile.find(file(text)))).isEqualTo(problem);
    }

    /** All are missed at one place, where the first of them stands for the others: it has to be the same one in each run. */
    @Test
    void whatIsMissedFirstIsAlwaysTheSame() {
        String text = OldReport.TEXT.replaceFirst("(?s)\"parameters\".*?\"output_bytes\": 774400,", "");
        assertThat(problems(() -> SnapshotFile.find(file(text))))
                .startsWith("8:14 missing-member: a layer has no 'parameters' (and 4 more like it here)");
    }
}
