package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks in ONNX files cost what they are predicted to, and every value is as ONNX Runtime computes it of the same inputs and weights. */
class OnnxValuesTest {
    private static final Path FOLDER = Path.of("src/test/resources/onnx");

    @Test
    void aWeightThatWasCountedToALayerWithoutAKernelIsNotCountedAgain() {
        Path file = FOLDER.resolve("trap_shared_with_an_unproved_layer.onnx");

        assertThat(new Model(OnnxNetwork.graph(ModelFile.read(file, "shared"), Bindings.NONE, false))
                        .verify()
                        .equal())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
                    trap_attention23,                         -
                    trap_avgpool_ceil_op19,                   -
                    trap_bn_training_op15,                    -
                    trap_causal_mask,                         seq=6
                    trap_constant_forms,                      -
                    trap_conv_1d_3d,                          -
                    trap_conv_auto_valid,                     -
                    trap_convinteger_matmulinteger,           -
                    trap_convtranspose_outpad,                -
                    trap_deform_grid_roi,                     -
                    trap_depth_space,                         -
                    trap_dim_param_shared,                    batch=2 n=5
                    trap_einsum_several,                      -
                    trap_empty_names,                         -
                    trap_gemm_trans,                          -
                    trap_globalpools,                         -
                    trap_gru_bi,                              seq=7 batch=2
                    trap_init_also_inputs_ir3,                -
                    trap_layernorm_outputs,                   -
                    trap_lstm_bi,                             seq=7 batch=2
                    trap_maxpool_ceil_opset12,                -
                    trap_maxpool_ceil_window_in_padding,      -
                    trap_maxpool_dilated,                     -
                    trap_ms_attention,                        -
                    trap_ms_fused,                            -
                    trap_ms_skiplayernorm,                    -
                    trap_onehot_tile_pad,                     -
                    trap_pool_auto_same_upper,                -
                    trap_pool_auto_valid,                     -
                    trap_prelu_lrn_hardmax,                   -
                    trap_qdq_conv,                            -
                    trap_qlinearconv,                         -
                    trap_reduce_forms,                        -
                    trap_reshape_chain_dynamic,               batch=3 channels=8
                    trap_reshape_zero_minus1,                 -
                    trap_resize_opset10,                      -
                    trap_resize_scales_odd,                   -
                    trap_rnn_bi,                              seq=7 batch=2
                    trap_slice_intmax_negstep,                -
                    trap_sparse_initializer,                  -
                    trap_split_equal_opset11,                 -
                    trap_unsqueeze_negative,                  -
                    trap_one_tensor_twice_in_a_node,          batch=2
                    trap_weights_shared,                      -
                    tv_mobilenet_v3_small_legacy,             batch=1
                    tv_squeezenet1_1,                         -
                    tv_squeezenet1_1_legacy,                  batch=1
                    tx_gpt_op23_attention,                    batch=1 seq=33
                    tx_lraspp_mobilenet_v3_legacy,            batch=1 height=96 width=160
                    tx_rnn_legacy,                            batch=3 time=11
                    tx_unet_legacy,                           batch=2 height=40 width=48
                    tx_upsampler_legacy,                      batch=2
                    tx_wavenet1d,                             batch=2 samples=80
                    """)
    void everyValueIsThatOfOnnxRuntime(String name, String bound) throws IOException {
        Path file = FOLDER.resolve(name + ".onnx");
        assertThat(new Model(OnnxNetwork.graph(ModelFile.read(file, name), bindings(Optional.ofNullable(bound)), false))
                        .verify()
                        .equal())
                .as(name)
                .isTrue();
        ValueComparison compared = ValueComparison.of(
                Files.readAllBytes(file), ModelFile.read(file, name), bindings(Optional.ofNullable(bound)));
        assertThat(compared.values()).as(name).isNotEmpty();
        assertThat(compared.differences()).as(name).isEmpty();
    }

    private static Bindings bindings(Optional<String> bound) {
        Map<String, Long> extents = new LinkedHashMap<>();
        for (String extent : bound.map(text -> text.split(" ")).orElse(new String[0])) {
            extents.put(
                    extent.substring(0, extent.indexOf('=')), Long.valueOf(extent.substring(extent.indexOf('=') + 1)));
        }
        return new Bindings(extents, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }
}
