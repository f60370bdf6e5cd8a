package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.infer.OneNode;
import io.archmeter.onnx.infer.OperatorRows;
import io.archmeter.problem.ProblemException;
import io.archmeter.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kernels put out, one operator at a time, beside ONNX Runtime; of those forms of operators that it runs. */
class OperatorValuesTest {
    /**
     * Of version 9, ONNX Runtime puts out the inverse of a deviation where ONNX says a variance; and its Java has no numbers of four bits.
     */
    private static final List<String> OTHERWISE = List.of(
            "BatchNormalization 9  float32:2x3x4x5 float32:3 float32:3 float32:3 float32:3",
            "QuantizeLinear 21 output_dtype=21 float32:2x3 float32:scalar");

    @TempDir
    private Path folder;

    private final List<String> compared = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void valuesAreThoseOfOnnxRuntime() throws IOException {
        for (CSVRecord row : OperatorRows.all()) {
            String shapes = row.get("inputs") + " " + row.get("outputs");
            if (!shapes.contains("?")
                    && !shapes.contains("*")
                    && !shapes.contains("refused")
                    && !shapes.contains("seq")) {
                compare(row);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).hasSizeGreaterThan(220);
    }

    private void compare(CSVRecord row) throws IOException {
        String written =
                row.get("operator") + " " + row.get("version") + " " + row.get("attributes") + " " + row.get("inputs");
        byte[] bytes = OneNode.running(
                row.get("operator"),
                Long.parseLong(row.get("version")),
                row.get("attributes"),
                row.get("inputs"),
                row.get("outputs").split(" ").length);
        if (OTHERWISE.contains(written)) {
            return;
        }
        Path file = Files.write(folder.resolve("node.onnx"), bytes);
        try {
            ModelFile model = ModelFile.read(file, "node.onnx");
            ValueComparison comparison = ValueComparison.of(bytes, model, Bindings.NONE);
            if (comparison.values().isEmpty()) {
                return;
            }
            compared.add(written);
            Verification verification = new Model(OnnxNetwork.graph(model, Bindings.NONE, false)).verify();
            if (!verification.equal()) {
                differences.add(written + ": " + verification.layers().get(0).differences());
            }
            comparison.differences().forEach(difference -> differences.add(written + ": " + difference));
        } catch (ProblemException | IllegalStateException notRun) {
            // What ONNX Runtime does not run in this form, or has no input, or makes NaN of negative numbers, is held
            // to nothing here.
            return;
        }
    }
}
