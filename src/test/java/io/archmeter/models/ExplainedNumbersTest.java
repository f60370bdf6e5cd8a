package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.CsvRows;
import io.archmeter.cli.Main;
import io.archmeter.load.BundledModel;
import io.archmeter.op.FormulaText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code explain} prints is read and computed anew, and is what {@code analyze} prints. */
class ExplainedNumbersTest {
    /** Between the quantities that are explained and the columns of the table. */
    private static final Map<String, String> COLUMNS = Map.of(
            "parameters", "parameters",
            "buffers", "buffers",
            "multiply-adds", "multiply_adds",
            "effective multiply-adds", "effective_multiply_adds",
            "output bytes", "output_bytes");

    static Stream<String> models() {
        return Archmeter.bundled().stream().map(BundledModel::name);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFormulaThatIsPrintedGivesItsNumber(String model) {
        List<String> equations = printed("explain", model, "--training")
                .lines()
                .filter(line -> line.startsWith("  "))
                .toList();

        assertThat(equations).hasSizeGreaterThan(50).allSatisfy(equation -> {
            String[] sides = equation.split(" = ");
            assertThat(sides).hasSize(3);
            assertThat(FormulaText.evaluate(sides[1])).isEqualTo(FormulaText.evaluate(sides[2]));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNumberOfTheTableIsExplained(String model) {
        Map<String, String> explained = new HashMap<>();
        for (CSVRecord row : rows(printed("explain", model, "--training", "--format", "csv"))) {
            explained.put(row.get("layer") + " " + row.get("quantity"), row.get("value"));
        }

        for (CSVRecord row : rows(printed("analyze", model, "--training", "--format", "csv"))) {
            COLUMNS.forEach((quantity, column) -> {
                String name = row.get("layer") + " " + quantity;
                assertThat(explained.getOrDefault(name, "0")).as(name).isEqualTo(row.get(column));
            });
        }
    }

    private static String printed(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
        assertThat(Main.run(args, out, System.err, Map.of())).isZero();
        out.flush();
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> rows(String csv) {
        try {
            return CsvRows.of(new StringReader(csv));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
