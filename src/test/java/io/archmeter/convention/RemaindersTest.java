package io.archmeter.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.CsvRows;
import io.archmeter.convention.file.Conventions;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Totals of tools that a convention does not meet: what the tool says, what Archmeter counts, and why it is another number. */
class RemaindersTest {
    private static final List<CSVRecord> ROWS = CsvRows.of(Path.of("src/test/resources/convention/remainders.csv"));

    @Test
    void whatIsNotMetIsOffByTheReasonThatIsGiven() {
        assertThat(ROWS).isNotEmpty().allSatisfy(row -> {
            Convention convention = Conventions.find(row.get("convention"));
            NetworkFacts network = BundledModels.model(row.get("model")).facts(DType.FLOAT32);
            long ours = ConventionCount.of(convention, network, false)
                    .total()
                    .exact()
                    .orElseThrow();

            assertThat(ours).as(row.get("model")).isEqualTo(Long.parseLong(row.get("ours")));
            assertThat(row.get("ours")).as(row.get("model")).isNotEqualTo(row.get("total"));
            assertThat(row.get("reason")).isNotBlank();
        });
    }
}
