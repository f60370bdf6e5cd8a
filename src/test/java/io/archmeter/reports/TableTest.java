package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void whatIsQuotedStandsBeforeWhatIsCompared() {
        Table table = Table.quoting("network", "top-1 (%)", Table.measure("parameters", Unit.K))
                .row("small", figure("2", Unit.K, Quantity.of(2100)))
                .quote("61.5");

        assertThat(table.markdown()).isEqualTo("""
                | network | top-1 (%) | parameters (k), printed | parameters (k), ours | agrees | why |
                | --- | ---: | ---: | ---: | --- | --- |
                | small | 61.5 | 2 | 2.1 | yes | |
                """);
    }
}
