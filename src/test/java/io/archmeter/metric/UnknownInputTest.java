package io.archmeter.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Archmeter;
import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.training.Optimizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bundled model on an image of which nobody knows the height and the width: what is said to be known is what it is on the
 * usual image, and of the rest no more is said than there is.
 */
class UnknownInputTest {
    /** Models with linear layers on maps, whose weights follow from the image; of BVLC's GoogLeNet those are in its heads. */
    private static final Map<String, String> FOLLOWS_FROM_IMAGE =
            Map.of("googlenet_bvlc", "aux1.fc1", "lenet5", "f6", "lenet5_full", "f6", "zfnet", "fc6");

    /** An expression has to know the extents of their maps: they are resized to those of the image, or cut into windows. */
    private static final Set<String> AS_LARGE_AS_IMAGE = Set.of(
            "fcn_resnet50",
            "fcn_resnet101",
            "deeplabv3_resnet50",
            "deeplabv3_resnet101",
            "deeplabv3_mobilenet_v3_large",
            "lraspp_mobilenet_v3_large",
            "retinanet_resnet50_fpn",
            "ssd300_vgg16",
            "maxvit_t",
            "swin_t",
            "swin_s",
            "swin_b",
            "swin_v2_t",
            "swin_v2_s",
            "swin_v2_b");

    static Stream<String> names() {
        return BundledModels.ofImages().stream()
                .filter(name -> !FOLLOWS_FROM_IMAGE.containsKey(name) && !AS_LARGE_AS_IMAGE.contains(name));
    }

    @Test
    void weightsThatFollowFromItAreAProblem() {
        FOLLOWS_FROM_IMAGE.forEach((name, layer) -> {
            LoadOptions unknown = onUnknown(BundledModels.model(name));
            assertThatThrownBy(() -> Archmeter.load(name, unknown)).hasMessageContaining("[unknown-extent] " + layer);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRightOrUnknown(String name) {
        Model known = BundledModels.model(name);
        Model hidden = Archmeter.load(name, onUnknown(known));

        CostReport costs = hidden.analyze();
        for (int layer = 0; layer < costs.layers().size(); layer++) {
            requireSameOrLess(
                    BundledModels.costs(name).layers().get(layer).cost(),
                    costs.layers().get(layer).cost());
        }
        MeasuredNetwork before = MeasuredNetwork.of(known.memory(DType.FLOAT32, Optimizer.ADAM));
        MeasuredNetwork after = MeasuredNetwork.of(hidden.memory(DType.FLOAT32, Optimizer.ADAM));
        for (Metric metric : Metric.ofMemory(true)) {
            requireSameOrLess(
                    metric.toString(),
                    metric.amount(before).orElseThrow(),
                    metric.amount(after).orElseThrow());
        }
        assertThat(Metric.WEIGHTS.amount(after)).isEqualTo(Metric.WEIGHTS.amount(before));
        assertThat(costs.origins()).containsExactly("input");
    }

    /** Its channels, and no extent. */
    private static LoadOptions onUnknown(Model model) {
        Shape usual = model.graph().input().sample();
        Shape sample = usual;
        for (int axis = 1; axis < usual.rank(); axis++) {
            sample = sample.with(axis, Extent.Unknown.HERE);
        }
        return new LoadOptions(1, Optional.of(sample), Map.of());
    }

    private static void requireSameOrLess(Cost known, Cost hidden) {
        for (CostPart part : CostPart.values()) {
            requireSameOrLess(part.toString(), known.amount(part), hidden.amount(part));
        }
    }

    private static void requireSameOrLess(String what, Amount known, Amount hidden) {
        if (hidden.isExact()) {
            assertThat(hidden).as(what).isEqualTo(known);
        } else {
            assertThat(hidden.atLeast()).as(what).isLessThanOrEqualTo(known.atLeast());
            assertThat(hidden.origins()).as(what).containsExactly("input");
        }
    }
}
