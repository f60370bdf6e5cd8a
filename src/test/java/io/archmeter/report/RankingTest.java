package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.analysis.LayerCost;
import io.archmeter.metric.Metric;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final List<LayerCost> LAYERS = Network.tiny().analyze().layers();

    @Test
    void theLargestStandFirstAndEqualsKeepTheirOrder() {
        assertThat(names(Ranking.by(Metric.OUTPUT_BYTES, OptionalInt.empty())))
                .containsExactly("join", "features.0", "features.1", "pool", "flatten", "classifier");
    }

    @Test
    void withoutAMetricTheOrderOfExecutionStays() {
        assertThat(names(Ranking.inOrder(OptionalInt.of(2)))).containsExactly("features.0", "features.1");
        assertThat(names(Ranking.inOrder(OptionalInt.of(100)))).hasSize(6);
    }

    @Test
    void whatIsNotShownIsSummed() {
        Ranking ranking = Ranking.by(Metric.PARAMETERS, OptionalInt.of(1));
        assertThat(ranking.rest(LAYERS).parameters()).isEqualTo(1290);
        assertThat(Ranking.NONE.rest(LAYERS).outputBytes()).isZero();
    }

    @Test
    void ofSomeOperatorsTheOthersAreNeitherShownNorSummed() {
        Ranking ranking = Ranking.by(Metric.PARAMETERS, OptionalInt.of(1)).only(Set.of("linear", "concat"));
        assertThat(names(ranking)).containsExactly("classifier");
        assertThat(ranking.less(LAYERS)).extracting(LayerCost::name).containsExactly("join");
        assertThat(ranking.rest(LAYERS).outputBytes()).isEqualTo(1_548_800);
    }

    @Test
    void oneLayerIsShownAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.inOrder(OptionalInt.of(0)));
    }

    @Test
    void metricsAreFoundByTheirColumn() {
        assertThat(Metric.ofColumn("output_bytes")).contains(Metric.OUTPUT_BYTES);
        assertThat(Metric.ofColumn("layer")).isEmpty();
    }

    private static List<String> names(Ranking ranking) {
        return ranking.shown(LAYERS).stream().map(LayerCost::name).toList();
    }
}
