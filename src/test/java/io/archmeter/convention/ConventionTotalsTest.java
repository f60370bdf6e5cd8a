package io.archmeter.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.CsvRows;
import io.archmeter.Model;
import io.archmeter.convention.file.Conventions;
import io.archmeter.graph.DType;
import io.archmeter.spec.Drawn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conventions against the tools and lectures whose they are. The files in {@code convention/totals} have what each says of bundled
 * models, at their usual input and a batch of one; those in {@code convention/operators} what it says of a few layers.
 */
class ConventionTotalsTest {
    private static final Path FOLDER = Path.of("src/test/resources/convention");

    static Stream<String> conventions() {
        return Conventions.names().stream();
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void modelsComeToWhatTheToolSays(String name) {
        Convention convention = Conventions.find(name);
        var rows = CsvRows.of(FOLDER.resolve("totals").resolve(name + ".csv"));

        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .allSatisfy(row -> assertThat(count(BundledModels.model(row.get("model")), convention))
                        .as(row.get("model"))
                        .isEqualTo(total(row)));
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void layersComeToWhatTheToolSays(String name) {
        Path file = FOLDER.resolve("operators").resolve(name + ".csv");
        if (Files.exists(file)) {
            Convention convention = Conventions.find(name);
            assertThat(CsvRows.of(file))
                    .allSatisfy(row -> assertThat(count(spec(row), convention))
                            .as(row.get("layers"))
                            .isEqualTo(total(row)));
        }
    }

    private static Model spec(CSVRecord row) {
        return new Model(
                Drawn.graph("name: case\ninput: " + row.get("input") + "\nlayers: " + row.get("layers") + "\n"));
    }

    private static String count(Model model, Convention convention) {
        return String.valueOf(ConventionCount.of(convention, model.facts(DType.FLOAT32), false)
                .total()
                .exact()
                .orElseThrow());
    }

    private static String total(CSVRecord row) {
        return row.get("total");
    }
}
