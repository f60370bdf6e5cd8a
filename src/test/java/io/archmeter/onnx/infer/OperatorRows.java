package io.archmeter.onnx.infer;

import io.archmeter.CsvRows;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The rows of {@code operators.csv}: a node each, see {@link OneNode}. */
public final class OperatorRows {
    private OperatorRows() {}

    public static List<CSVRecord> all() {
        return CsvRows.of(Path.of("src/test/resources/onnx/operators.csv"));
    }
}
