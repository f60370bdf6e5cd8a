package io.archmeter.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.manual.Manual;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one list of what is counted. */
class MetricTest {
    private static final Model ALEXNET = Archmeter.load("alexnet");

    /** Beside each number of {@code memory} there is room for so many letters on a page of 80 columns. */
    private static final int ROOM = 50;

    @Test
    void eachHasANameOfItsOwn() {
        List<String> names = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Metric metric : Metric.values()) {
            names.add(metric.toString());
            words.addAll(metric.alsoCalled());
        }
        assertThat(names).doesNotHaveDuplicates();
        assertThat(words).as("a word of other tools is not a key").doesNotContain("parameters", "depth", "layers");
        assertThat(Metric.recorded().stream().flatMap(metric -> metric.alsoCalled().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void eachIsSaidInAFewWords(Metric metric) {
        assertThat(metric.meaning()).isNotBlank().hasSizeLessThanOrEqualTo(ROOM);
    }

    /** A key that the manual does not say is one that nobody can write in a budget. */
    @Test
    void theManualNamesAllThatABudgetLimits() {
        for (Metric metric : Metric.recorded()) {
            assertThat(Manual.page("budgets")).contains("`" + metric + "`");
        }
    }

    /** Tables have costs alone, and these are known of several layers together: {@code --sort} and bars rely on it. */
    @Test
    void whatATableHasIsKnownOfEveryCost() {
        for (Metric metric : Metric.inTables()) {
            assertThat(metric.of(ALEXNET.analyze().total()))
                    .as(metric.toString())
                    .isPresent();
        }
    }

    /** AlexNet's 61,100,840 parameters (torchvision) have 4 bytes each, and as many have their gradients. */
    @Test
    void aMetricIsReadWhereItIsKnown() {
        MeasuredNetwork costs = MeasuredNetwork.of(ALEXNET.analyze(), ALEXNET.memory(DType.FLOAT32, false));
        MeasuredNetwork memory = MeasuredNetwork.of(ALEXNET.memory(DType.FLOAT32, Optimizer.ADAM));

        assertThat(Metric.PARAMETERS.of(costs)).hasValue(61_100_840);
        assertThat(Metric.PARAMETERS.of(memory)).isEmpty();
        assertThat(Metric.GRADIENTS.of(costs)).isEmpty();
        assertThat(Metric.GRADIENTS.of(memory)).hasValue(244_403_360);
        assertThat(Metric.PEAK_BYTES.of(costs)).isEqualTo(Metric.PEAK_BYTES.of(memory));
        assertThat(Metric.DEPTH.of(costs)).isEmpty();
    }

    /** Whole numbers have no gradients, and what is not there is not zero. */
    @Test
    void whatCannotBeTrainedHasNothingOfTraining() {
        MeasuredNetwork memory = MeasuredNetwork.of(ALEXNET.memory(DType.INT8, Optimizer.ADAM));
        for (Metric metric : Metric.values()) {
            if (metric.isOfTraining()) {
                assertThat(metric.of(memory)).as(metric.toString()).isEqualTo(OptionalLong.empty());
            }
        }
    }

    @Test
    void olderBaselinesHaveWhatTheirVersionHas() {
        assertThat(Metric.recordedIn(0)).isEmpty();
        assertThat(Metric.recordedIn(1)).containsExactlyElementsOf(Metric.recorded());
    }
}
