package io.archmeter.roofline;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.roofline.file.Devices;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of whole networks, whatever they are. */
class RooflineInvariantsTest {
    static Stream<String> names() {
        return Stream.of(
                "alexnet",
                "googlenet",
                "resnet50",
                "densenet121",
                "mobilenet_v2",
                "shufflenet_v2_x1_0",
                "vit_b_16",
                "swin_t",
                "bert_base",
                "gpt2");
    }

    private static Roofline roofline(String name, DType type) {
        Model model = BundledModels.model(name);
        return Roofline.of(model.facts(type));
    }

    @ParameterizedTest
    @MethodSource("names")
    void fusedNothingIsMoreThanLayerByLayer(String name) {
        Roofline network = roofline(name, DType.FLOAT32);

        assertThat(network.fused().inputs().atLeast())
                .isLessThanOrEqualTo(network.total().inputs().atLeast());
        assertThat(network.fused().weights().atLeast())
                .isLessThanOrEqualTo(network.total().weights().atLeast());
        assertThat(network.fused().outputs().atLeast())
                .isLessThanOrEqualTo(network.total().outputs().atLeast());
        for (Device device : Devices.all()) {
            DeviceBounds bounds = DeviceBounds.of(network, device);
            assertThat(bounds.fused().least().picoseconds())
                    .isLessThanOrEqualTo(bounds.layerByLayer().picoseconds());
        }
    }

    /** Each weight is read once, but for counters of batches and rows of tables. */
    @ParameterizedTest
    @MethodSource("names")
    void noMoreIsReadThanThereIs(String name) {
        Roofline network = roofline(name, DType.FLOAT32);
        Model model = BundledModels.model(name);

        assertThat(network.fused().weights().atLeast())
                .isLessThanOrEqualTo(
                        model.facts(DType.FLOAT32).weightBytes(false).atLeast());
    }

    @ParameterizedTest
    @MethodSource("names")
    void operationsDoNotDependOnTheTypeAndBytesDo(String name) {
        Roofline single = roofline(name, DType.FLOAT32);
        Roofline half = roofline(name, DType.FLOAT16);

        assertThat(half.operations()).isEqualTo(single.operations());
        // indices and masks keep their types
        assertThat(half.total().moved().atLeast())
                .isBetween(
                        single.total().moved().atLeast() / 2,
                        single.total().moved().atLeast());
    }
}
