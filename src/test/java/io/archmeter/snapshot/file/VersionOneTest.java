package io.archmeter.snapshot.file;

import static io.archmeter.snapshot.file.Recording.measured;
import static io.archmeter.snapshot.file.Recording.withoutPlaces;
import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.op.Attributes;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.PlainValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code version1} are what the last build wrote that wrote version 1, of some of the models that come with the tool. */
class VersionOneTest {
    private static List<Snapshot> recorded(String file) throws IOException {
        return SnapshotFile.find(Recording.file(Files.readString(Path.of("src/test/resources/version1", file))))
                .orElseThrow();
    }

    @Test
    void aBaselineSaysOfUnchangedModelsWhatTheyAre() throws IOException {
        List<Snapshot> baseline = recorded("baseline.json");
        assertThat(baseline).hasSize(5);
        for (Snapshot model : baseline) {
            assertThat(withoutPlaces(model)).isEqualTo(withoutPlaces(measured(model.model())));
        }
    }

    @Test
    void aReportSaysOfAnUnchangedModelWhatItsLayersAre() throws IOException {
        Snapshot report = recorded("report.json").get(0);
        Snapshot measured = measured("resnet50");
        assertThat(report.layers()).hasSameSizeAs(measured.layers());
        for (int i = 0; i < report.layers().size(); i++) {
            assertThat(report.layers().get(i).attributes())
                    .isEqualTo(measured.layers().get(i).attributes());
        }
    }

    /** What no file above has; {@code padding} of a begin and an end for each of two axes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            avgpool   | rounding          | caffe   | ceil_mode=caffe
            maxpool   | dilation          | 1x2     | dilation=[1, 2]
            maxpool   | kernel            | 3       | kernel=[3]
            conv      | padding           | 0x1x2x3 | padding=[0, 1, 2, 3]
            batchnorm | runningStatistics | false   | running_stats=false
            lrn       | alpha             | 2E+23   | alpha=2E+23
            lrn       | bias              | 1E-9    | k=1E-9
            lrn       | window            | onnx    | window=onnx
            linear    | bias              | false   | bias=false
            conv      | kernel            | 3xthree | kernel='3xthree'
            conv      | channels          | 1E+9999 | channels='1E+9999'
            gone      | bias              | 1       | bias='1'
            """)
    void eachAttributeIsWhatASpecSays(String operator, String name, String text, String expected) {
        Map<String, PlainValue> attributes = VersionOneAttributes.of(operator, Map.of(name, text));
        assertThat(attributes.entrySet().stream()
                        .map(attribute -> attribute.getKey() + "=" + shown(attribute.getValue()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected.replace("'", ""));
        assertThat(attributes.values().iterator().next() instanceof PlainValue.Text)
                .isEqualTo(expected.contains("'") || text.equals("caffe") || text.equals("onnx"));
    }

    private static String shown(PlainValue value) {
        return value instanceof PlainValue.Items list
                ? list.items().stream().map(Attributes::text).collect(Collectors.joining(", ", "[", "]"))
                : Attributes.text(value);
    }
}
