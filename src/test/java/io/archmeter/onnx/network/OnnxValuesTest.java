package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks in ONNX files cost what they are predicted to, and every value is as ONNX Runtime computes it of the same inputs and weights. */
class OnnxValuesTest {
    /** What keeps each of the others from it. */
    private static final Map<String, String> NOT_COMPARED = Map.of(
            // keep sorted
            "trap_conv_auto_same_upper", "ONNX Runtime has no dilation with SAME_UPPER",
            "trap_dropout_mask", "what is dropped in training is random",
            "trap_half_precision", "the test gives ONNX Runtime no float16",
            "trap_if_branches_differ", "all of its values are in branches, or are outputs of an If",
            "trap_nms_data_dependent", "data decide how many boxes are left",
            "trap_nonzero_data_dependent", "data decide how many elements are not zero",
            "trap_quantized_gemm_and_table", "what it begins with has no kernel",
            "trap_shared_with_an_unproved_layer", "what it begins with has no kernel",
            "trap_strings", "texts have no numbers",
            "tv_resnet34", "its 21,780,648 parameters take long: it was compared by hand");

    static Stream<ListedModel> compared() {
        return ListedModel.all().stream().filter(model -> !NOT_COMPARED.containsKey(model.name()));
    }

    @Test
    void thoseThatAreNotComparedAreThere() {
        assertThat(ListedModel.all()).extracting(ListedModel::name).containsAll(NOT_COMPARED.keySet());
    }

    /** CDist has no kernel, and the product after it takes the same weight. */
    @Test
    void aWeightThatIsCountedToALayerWithoutAKernelIsNotCountedAgain() {
        ListedModel model = ListedModel.named("trap_shared_with_an_unproved_layer");

        assertThat(new Model(model.graph()).verify().equal()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("compared")
    void everyValueIsThatOfOnnxRuntime(ListedModel model) throws IOException {
        assertThat(new Model(model.graph()).verify().equal()).isTrue();
        ValueComparison compared = ValueComparison.of(Files.readAllBytes(model.path()), model.file(), model.bindings());
        assertThat(compared.values()).isNotEmpty();
        assertThat(compared.differences()).isEmpty();
    }
}
