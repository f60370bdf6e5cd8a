package io.archmeter.onnx.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.UnknownException;
import io.archmeter.op.Formula;
import io.archmeter.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is inferred of a node of each operator. Outputs are written as inputs are ({@link OneNode}); where a row has their elements, these
 * must be known, and a {@code ?} among them is one that is not.
 */
class OperatorRulesTest {
    private static final String REFUSED = "refused: ";

    @TempDir
    private Path folder;

    static Stream<CSVRecord> rows() {
        return OperatorRows.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void outputsAndMultiplyAddsAreWhatTheSourceSays(CSVRecord row) {
        String expected = row.get("outputs");
        if (expected.startsWith(REFUSED)) {
            assertThat(refusals(row)).as(row.toString()).containsExactly(expected.substring(REFUSED.length()));
            return;
        }
        List<String> outputs = List.of(expected.split(" "));
        InferredModel model = infer(row, outputs.size());
        List<String> found = new ArrayList<>();
        for (int slot = 0; slot < outputs.size(); slot++) {
            Fact fact = model.facts().get(model.outputs().get(slot).number());
            found.add(FactText.of(fact, outputs.get(slot).contains("=[")));
        }
        assertThat(found).as(row.toString()).isEqualTo(outputs);
        if (!row.get("multiply_adds").isEmpty()) {
            assertThat(multiplyAdds(model)).as(row.toString()).isEqualTo(row.get("multiply_adds"));
        }
    }

    private InferredModel infer(CSVRecord row, int outputs) {
        return OneNode.infer(
                row.get("operator"),
                Long.parseLong(row.get("version")),
                row.get("attributes"),
                row.get("inputs"),
                outputs,
                folder);
    }

    private List<String> refusals(CSVRecord row) {
        try {
            infer(row, 1);
            return List.of();
        } catch (ProblemException refused) {
            return refused.problems().stream().map(problem -> problem.code()).toList();
        }
    }

    private static String multiplyAdds(InferredModel model) {
        List<InferredNode> nodes = model.nodes();
        Formula formula = nodes.get(nodes.size() - 1).outcome().work().multiplyAdds();
        try {
            return String.valueOf(formula.value());
        } catch (UnknownException notKnown) {
            return "?";
        }
    }
}
