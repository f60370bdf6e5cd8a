package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.diff.align.LayerChange;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.spec.load.SpecLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What papers and torchvision say of pairs of networks. */
class KnownNetworksTest {
    private static Snapshot model(String name) {
        return model(name, Settings.DEFAULT);
    }

    private static Snapshot model(String name, Settings settings) {
        LoadOptions options = new LoadOptions(settings.batch(), settings.input(), settings.set());
        return Snapshots.of(name, NetworkFacts.of(SpecLoader.load(name, options), settings.dtype()), settings);
    }

    private static List<String> names(Difference difference, Class<? extends LayerChange> kind) {
        return difference.all(kind).stream()
                .map(change -> change.layer().name())
                .toList();
    }

    private static Map<String, Long> operators(Difference difference, Class<? extends LayerChange> kind) {
        return difference.all(kind).stream()
                .map(change -> change.layer().operator())
                .collect(Collectors.groupingBy(operator -> operator, Collectors.counting()));
    }

    /**
     * He et al. 2016, Table 1: 23 blocks in the third stage and not 6. A bottleneck is three convolutions, each with batch normalization,
     * two relus between, the sum and the relu after it, as in torchvision: 9 modules that run, and the sum.
     */
    @Test
    void resnet101HasSeventeenBlocksMoreThanResnet50() {
        Difference difference = Difference.of(model("resnet50"), model("resnet101"));

        assertThat(names(difference, LayerChange.Added.class).stream()
                        .map(name -> name.split("\\.")[0] + "." + name.split("\\.")[1])
                        .distinct())
                .containsExactly(
                        "layer3.6",
                        "layer3.7",
                        "layer3.8",
                        "layer3.9",
                        "layer3.10",
                        "layer3.11",
                        "layer3.12",
                        "layer3.13",
                        "layer3.14",
                        "layer3.15",
                        "layer3.16",
                        "layer3.17",
                        "layer3.18",
                        "layer3.19",
                        "layer3.20",
                        "layer3.21",
                        "layer3.22");
        assertThat(operators(difference, LayerChange.Added.class))
                .isEqualTo(Map.of("conv", 17 * 3L, "batchnorm", 17 * 3L, "relu", 17 * 3L, "add", 17L));
        assertThat(difference.layers())
                .allMatch(change -> change instanceof LayerChange.Same || change instanceof LayerChange.Added);
        // torchvision: 44,549,160 and 25,557,032 parameters
        assertThat(difference.change(Metric.PARAMETERS)).hasValue(44_549_160 - 25_557_032);
    }

    /** Simonyan and Zisserman 2015, Table 1: E has a fourth convolution in each of the last three stages. */
    @Test
    void vgg19HasThreeConvolutionsMoreThanVgg16() {
        Difference difference = Difference.of(model("vgg16"), model("vgg19"));

        assertThat(operators(difference, LayerChange.Added.class)).isEqualTo(Map.of("conv", 3L, "relu", 3L));
        assertThat(difference.all(LayerChange.Added.class).stream()
                        .map(LayerChange.Added::after)
                        .filter(layer -> layer.operator().equals("conv"))
                        .map(LayerSnapshot::output))
                .containsExactly(Shape.of(1, 256, 56, 56), Shape.of(1, 512, 28, 28), Shape.of(1, 512, 14, 14));
        assertThat(difference.all(LayerChange.Removed.class)).isEmpty();
        assertThat(difference.all(LayerChange.Changed.class)).isEmpty();
        // 3·3·256·256 + 256 and twice 3·3·512·512 + 512
        assertThat(difference.heaviest(Metric.PARAMETERS).stream()
                        .map(change -> change.adds(Metric.PARAMETERS).orElseThrow()))
                .containsExactly(2_359_808L, 2_359_808L, 590_080L);
    }

    /** In torchvision a batch normalization stands after each of the 13 convolutions, and gives all later layers other numbers. */
    @Test
    void batchNormalizationIsThirteenLayersMore() {
        Difference difference = Difference.of(model("vgg16"), model("vgg16_bn"));

        assertThat(operators(difference, LayerChange.Added.class)).isEqualTo(Map.of("batchnorm", 13L));
        assertThat(difference.layers())
                .noneMatch(change -> change instanceof LayerChange.Removed || change instanceof LayerChange.Changed);
        // 31 layers of features without the first, and none of the classifier
        assertThat(difference.renamings())
                .containsExactly(new Renaming("features.1 to features.30", "features.2 to features.43", 30));
    }

    /** Adaptive pooling makes 6×6 of everything: what stands after it does not change. */
    @Test
    void anotherInputChangesAlexnetUpToItsPool() {
        Settings larger = new Settings(
                1,
                Optional.of(Shape.of(3, 288, 288)),
                Settings.DEFAULT.dtype(),
                false,
                Settings.DEFAULT.optimizer(),
                Map.of());
        Difference difference = Difference.of(model("alexnet"), model("alexnet", larger));

        assertThat(names(difference, LayerChange.Changed.class))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.iterate(0, layer -> layer + 1).limit(13).map(layer -> "features." + layer),
                                Stream.of("avgpool"))
                        .toList());
        assertThat(names(difference, LayerChange.Same.class)).hasSize(8);
        assertThat(difference.change(Metric.PARAMETERS)).hasValue(0);
    }
}
