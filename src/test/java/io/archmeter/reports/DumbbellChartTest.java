package io.archmeter.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DumbbellChartTest {
    @Test
    void aLineGoesFromOneCountToTheOther() {
        DumbbellChart chart = new DumbbellChart(6, 9);
        chart.row("one", Quantity.of(1_000_000), Quantity.of(100_000_000));
        chart.row("three", Quantity.of(2_000_000), Quantity.of(1_000_000_000));

        // log₁₀ 2 is 0.30: three columns of ten
        assertThat(chart.text()).isEqualTo("""
                       1 M       10 M      100 M     1 G
                one    ○───────────────────●         │
                three  │  ○──────────────────────────●
                """);
    }

    @Test
    void aCountHasToBeOnTheScale() {
        DumbbellChart chart = new DumbbellChart(6, 9);
        Quantity inside = Quantity.of(2_000_000);
        Quantity small = Quantity.of(100_000);
        Quantity large = Quantity.of(2_000_000_000);

        assertThatThrownBy(() -> chart.row("small", small, inside)).hasMessage("100,000 is not on the scale");
        assertThatThrownBy(() -> chart.row("large", inside, large)).hasMessage("2,000,000,000 is not on the scale");
    }
}
