package io.archmeter.onnx.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the rules of ONNX's operators to what others say of them: {@code onnx/operators.csv}, a row a case, each with its source. {@link
 * OperatorRow} says how inputs and outputs are written.
 */
class OperatorRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowComesOutAsItsSourceSays(CSVRecord row) {
        OperatorRow node = new OperatorRow(
                row.get("operator"), Long.parseLong(row.get("version")), row.get("attributes"), row.get("inputs"));
        String expected = row.get("outputs");
        assertThat(node.outputs(expected)).isEqualTo(expected);
        assertThat(node.multiplyAdds(expected)).isEqualTo(row.get("multiply_adds"));
    }

    @Test
    void everyRowNamesItsSource() {
        assertThat(rows()).noneMatch(row -> row.get("source").isBlank());
    }

    static List<CSVRecord> rows() {
        try (InputStream in = OperatorRulesTest.class.getResourceAsStream("/onnx/operators.csv");
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
