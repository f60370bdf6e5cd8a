package io.archmeter.onnx.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.onnx.infer.ReferenceFolder.Expected;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every value of every node of 63 files: type, shape and multiply-adds. They were found by running the files in ONNX Runtime 1.30 with every
 * value as an output ({@code src/test/resources/onnx/README.md}). Nothing is wrong, and unknown is what depends on data alone.
 */
class ReferenceTest {
    private static final ReferenceFolder FILES = new ReferenceFolder(Path.of("src/test/resources/onnx"));

    /** How many figures depend on data. */
    private static final Map<String, Integer> UNKNOWN =
            Map.of("tx_cond_dynamo", 1, "trap_nms_data_dependent", 2, "trap_nonzero_data_dependent", 3);

    @TestFactory
    Stream<DynamicTest> everyValueIsRightOrUnknown() {
        Map<String, List<Expected>> expected = FILES.expected();
        return FILES.models().stream()
                .map(model -> DynamicTest.dynamicTest(model.get("name"), () -> compare(model, expected)));
    }

    private static void compare(CSVRecord model, Map<String, List<Expected>> expected) {
        String name = model.get("name");
        List<Expected> values = expected.getOrDefault(name, List.of());
        ReferenceFolder.Result result = ReferenceFolder.compare(name, FILES.infer(model), values);

        assertThat(result.wrong()).isEmpty();
        assertThat(result.unknown()).hasSize(UNKNOWN.getOrDefault(name, 0));
    }
}
