package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.graph.DType;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Peaks and arenas of known networks. */
class BundledArenasTest {
    /** In a greedy order, gaps stay between tensors of these that are too small for the next: many maps live long, and all differ. */
    private static final Set<String> WITH_GAPS = Set.of(
            "convnext_tiny",
            "convnext_small",
            "convnext_base",
            "convnext_large",
            "densenet121",
            "densenet161",
            "densenet169",
            "densenet201",
            "efficientnet_v2_s",
            "efficientnet_v2_m",
            "efficientnet_v2_l",
            "lenet5",
            "mnasnet0_5",
            "mnasnet1_0",
            "shufflenet_v2_x1_5",
            "swin_t",
            "swin_s",
            "swin_b",
            "swin_v2_t",
            "swin_v2_s",
            "swin_v2_b");

    private static MemoryPlan plan(String model, Sharing sharing) {
        return MemoryPlanner.plan(BundledModels.model(model).facts(DType.FLOAT32), false, sharing);
    }

    /**
     * What a tool for ONNX files reports, which shares nothing in place and leaves the network's input out; ours has to hold the
     * input as well.
     */
    @ParameterizedTest
    @CsvSource({
        "alexnet, 1548800",
        "resnet50, 12042240",
        "vgg16, 25690112",
        "googlenet, 6422528",
        "mobilenet_v2, 10436608",
        "densenet121, 11640832",
    })
    void noArenaIsLargerThanThatOfAnotherPlanner(String model, long bytes) {
        for (Sharing sharing : Sharing.values()) {
            assertThat(plan(model, sharing).arenaBytes())
                    .as("sharing %s", sharing)
                    .isLessThanOrEqualTo(bytes);
        }
    }

    /**
     * By hand, with 4 bytes an element. AlexNet: the input 3·224·224 and the first output 64·55·55. VGG-16: two maps of
     * 64·224·224, around the second convolution. GoogLeNet: conv1, 64·112·112, and its pooled map, 64·56·56. ResNet-50: the body
     * of the first block and the convolution of its shortcut, 256·56·56 each, and the block's input, 64·56·56, which the shortcut
     * reads.
     */
    @ParameterizedTest
    @CsvSource({
        "alexnet, features.0, 1376512",
        "vgg16, features.2, 25690112",
        "googlenet, maxpool1, 4014080",
        "resnet50, layer1.0.downsample.0, 7225344",
    })
    void thePeakIsWhereItIsExpected(String model, String layer, long bytes) {
        Peak peak = plan(model, Sharing.IN_PLACE).peak();

        assertThat(peak.layer()).isEqualTo(layer);
        assertThat(peak.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("io.archmeter.BundledModels#names")
    void littleOfAnArenaIsWasted(String model) {
        for (Sharing sharing : Sharing.values()) {
            MemoryPlan plan = plan(model, sharing);
            long peak = plan.peak().bytes();
            if (WITH_GAPS.contains(model)) {
                assertThat(plan.arenaBytes()).as("sharing %s", sharing).isBetween(peak, peak + peak / 3);
            } else {
                assertThat(plan.arenaBytes()).as("sharing %s", sharing).isEqualTo(peak);
            }
        }
    }
}
