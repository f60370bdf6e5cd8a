package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.align.LayerChange;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as a difference: of a network, and of one of its layers. */
class DifferenceTest {
    private static final Settings HALF = settings(1, DType.FLOAT16);
    private static final Settings PAIRS = settings(2, DType.FLOAT32);
    private static final String LAYERS = "conv: conv 8 k3 1x3x8x8 -> 1x8x8x8 #216\nrelu: relu 1x8x8x8 -> 1x8x8x8\n";

    private static Settings settings(long batch, DType type) {
        return new Settings(batch, Optional.empty(), type, false, Optimizer.ADAM, Map.of());
    }

    /** A network of one convolution, which costs this. */
    private static Snapshot conv(Settings settings, Map<Metric, Long> figures) {
        Shape shape = Shape.of(settings.batch(), 8, 8, 8);
        return Sketch.network(
                "net",
                settings,
                List.of(new LayerSnapshot(
                        "conv", "conv", Map.of(), List.of(shape), shape, figures, Span.of("sketch"))));
    }

    private static LayerChange change(Snapshot before, Snapshot after) {
        return Difference.of(before, after).layers().get(0);
    }

    @Test
    void aNetworkDoesNotDifferFromItself() {
        assertThat(Difference.of(Sketch.network(LAYERS), Sketch.network(LAYERS)).isNone())
                .isTrue();
    }

    @Test
    void otherSettingsAreADifference() {
        Snapshot half = Sketch.network("net", HALF, Sketch.layers(LAYERS));

        assertThat(Difference.of(Sketch.network(LAYERS), half).isNone()).isFalse();
    }

    @Test
    void anotherInputIsADifference() {
        Snapshot net = Sketch.network(LAYERS);
        Snapshot wider = new Snapshot("net", net.settings(), Shape.of(1, 3, 8, 9), net.totals(), net.layers());

        assertThat(Difference.of(net, wider).isNone()).isFalse();
    }

    @Test
    void anotherOrderOfTheSameLayersIsADifference() {
        String turned = "relu: relu 1x8x8x8 -> 1x8x8x8\nconv: conv 8 k3 1x3x8x8 -> 1x8x8x8 #216\n";
        Difference difference = Difference.of(Sketch.network(LAYERS), Sketch.network(turned));

        assertThat(difference.layers()).allMatch(LayerChange.Same.class::isInstance);
        assertThat(difference.isNone()).isFalse();
    }

    @Test
    void anotherTotalIsADifference() {
        Snapshot net = Sketch.network(LAYERS);
        Snapshot held = new Snapshot("net", net.settings(), net.input(), Map.of(Metric.PEAK_BYTES, 1L), net.layers());
        Snapshot more = new Snapshot("net", net.settings(), net.input(), Map.of(Metric.PEAK_BYTES, 2L), net.layers());

        assertThat(Difference.of(held, more).isNone()).isFalse();
        assertThat(Difference.of(net, more).isNone())
                .as("what is known of one alone")
                .isTrue();
    }

    /** 3·3·8·8 = 576 weights on 8·8 places. */
    @Test
    void aLayerIsAnotherWhereItCostsAnother() {
        Snapshot net = conv(Settings.DEFAULT, Map.of(Metric.MULTIPLY_ADDS, 36_864L));

        assertThat(change(net, conv(Settings.DEFAULT, Map.of(Metric.MULTIPLY_ADDS, 36_864L))))
                .isInstanceOf(LayerChange.Same.class);
        assertThat(change(net, conv(Settings.DEFAULT, Map.of(Metric.MULTIPLY_ADDS, 36_863L))))
                .isInstanceOf(LayerChange.Changed.class);
    }

    @Test
    void anotherTypeIsNoChangeOfALayer() {
        Snapshot net = conv(Settings.DEFAULT, Map.of(Metric.WEIGHT_BYTES, 2_304L, Metric.OUTPUT_BYTES, 2_048L));
        Snapshot half = conv(HALF, Map.of(Metric.WEIGHT_BYTES, 1_152L, Metric.OUTPUT_BYTES, 1_024L));

        assertThat(change(net, half)).isInstanceOf(LayerChange.Same.class);
    }

    @Test
    void anotherBatchIsNoChangeOfALayer() {
        Snapshot net = conv(Settings.DEFAULT, Map.of(Metric.OUTPUT_BYTES, 2_048L, Metric.MULTIPLY_ADDS, 36_864L));
        Snapshot pairs = conv(PAIRS, Map.of(Metric.OUTPUT_BYTES, 4_096L, Metric.MULTIPLY_ADDS, 73_728L));

        assertThat(change(net, pairs)).isInstanceOf(LayerChange.Same.class);
    }

    /** Parameters depend on neither. */
    @Test
    void otherParametersAreAChangeWithOtherSettingsToo() {
        Snapshot net = conv(Settings.DEFAULT, Map.of(Metric.PARAMETERS, 576L));

        assertThat(change(net, conv(HALF, Map.of(Metric.PARAMETERS, 584L)))).isInstanceOf(LayerChange.Changed.class);
        assertThat(change(net, conv(PAIRS, Map.of(Metric.PARAMETERS, 584L)))).isInstanceOf(LayerChange.Changed.class);
    }
}
