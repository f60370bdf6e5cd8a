package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.CsvRows;
import io.archmeter.Model;
import io.archmeter.exec.Forward;
import io.archmeter.graph.Graph;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What kernels put out, one operator at a time, beside ONNX Runtime. A row whose form says that it is no network that runs is not looked at; of
 * all others, {@code not-compared.csv} has those that are not compared, each with what keeps it from that.
 */
class OperatorValuesTest {
    private static final String EXTENT_OF_NOTHING = ".*[:x]0(x.*)?";

    @TempDir
    private Path folder;

    private final List<String> compared = new ArrayList<>();
    private final Map<String, String> notCompared = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void valuesAreThoseOfOnnxRuntime() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (CSVRecord row : CsvRows.of(Path.of("src/test/resources/onnx/not-compared.csv"))) {
            assertThat(listed.put(written(row), row.get("reason")))
                    .as("listed twice: " + written(row))
                    .isNull();
        }
        for (CSVRecord row : OperatorRows.all()) {
            if (canRun(row)) {
                compare(row, listed.containsKey(written(row)));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(notCompared).isEqualTo(listed);
        assertThat(compared).hasSizeGreaterThan(220);
    }

    private static String written(CSVRecord row) {
        return row.get("operator") + " " + row.get("version") + " " + row.get("attributes") + " " + row.get("inputs");
    }

    /**
     * Whether all is known of its tensors, and it takes some that are no constants: a network that takes nothing has no work. An extent of 0 is one
     * that a file leaves open.
     */
    private static boolean canRun(CSVRecord row) {
        String shapes = row.get("inputs") + " " + row.get("outputs");
        List<String> given = Arrays.stream(row.get("inputs").split(" "))
                .filter(input -> input.contains(":") && !input.contains("="))
                .toList();
        return !shapes.contains("?")
                && !shapes.contains("*")
                && !shapes.contains("refused")
                && !shapes.contains("seq")
                && !given.isEmpty()
                && given.stream().noneMatch(input -> input.matches(EXTENT_OF_NOTHING));
    }

    private void compare(CSVRecord row, boolean listed) throws IOException {
        byte[] bytes = OneNode.running(
                row.get("operator"),
                Long.parseLong(row.get("version")),
                row.get("attributes"),
                row.get("inputs"),
                row.get("outputs").split(" ").length);
        ModelFile model = ModelFile.read(Files.write(folder.resolve("node.onnx"), bytes), "node.onnx");
        Graph graph = OnnxNetwork.graph(model, Bindings.NONE, false);
        if (!graph.layers(false).stream().allMatch(Forward::computes)) {
            notCompared.put(written(row), "nothing here computes it");
            return;
        }
        ValueComparison comparison;
        try {
            comparison = ValueComparison.of(bytes, model, Bindings.NONE);
        } catch (IllegalStateException refused) {
            notCompared.put(written(row), "ONNX Runtime does not run it");
            return;
        }
        if (comparison.values().isEmpty()) {
            notCompared.put(written(row), "data decide an extent");
        } else if (listed && !comparison.differences().isEmpty()) {
            notCompared.put(written(row), "ONNX Runtime computes something else");
        } else {
            compared.add(written(row));
            comparison.differences().forEach(difference -> differences.add(written(row) + ": " + difference));
            verify(graph, written(row));
        }
    }

    /** Of what is drawn, some operators make what is no number; ONNX Runtime has then made the same. */
    private void verify(Graph graph, String written) {
        try {
            Verification verification = new Model(graph).verify();
            if (!verification.equal()) {
                differences.add(written + ": " + verification.layers().get(0).differences());
            }
        } catch (ProblemException refused) {
            if (!refused.problems().get(0).code().equals("nan-produced")) {
                differences.add(written + ": " + refused.getMessage());
            }
        }
    }
}
