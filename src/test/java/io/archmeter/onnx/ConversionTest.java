package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.weights.SeededInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operator in ONNX's words; inputs, attributes and their meaning are those of ONNX's list of operators, version 13. */
class ConversionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2]          | relu                                | x = Relu(input)",
                "[2]          | sigmoid                             | x = Sigmoid(input)",
                "[2]          | identity                            | x = Identity(input)",
                "[2]          | {dropout: 0.3}                      | x = Identity(input)",
                "[2, 3]       | {softmax: , axis: -1}               | x = Softmax(input) axis=2",
                "[2, 3, 3]    | globalavgpool                       | x = GlobalAveragePool(input)",
                "[2, 3, 3]    | {adaptiveavgpool: 1}                | x = GlobalAveragePool(input)",
                "[2, 3, 3]    | flatten                             | x = Flatten(input) axis=1",
                "[2]          | {concat: , from: [input, input]}    | x = Concat(input, input) axis=1",
                "[2]          | {add: , from: [input, input]}       | x = Add(input, input)",
                "[2]          | {multiply: , from: [input, input]}  | x = Mul(input, input)",
                "[2]          | {linear: 3}                         | x = Gemm(input, x.weight, x.bias) transB=1",
                "[2]          | {linear: 3, bias: false}            | x = Gemm(input, x.weight) transB=1",
                "[2, 3, 3]    | {zeropad: 1}                        | x = Pad(input, x/pads)",
            })
    void whatOnnxHasIsOneNode(String input, String layer, String node) {
        assertThat(OneLayer.of(input, layer).nodes()).containsExactly(node);
    }

    @Test
    void convolutionsSayEverySideOfTheirWindows() {
        OneLayer conv = OneLayer.of(
                "[4, 9, 9]",
                "{conv: 6, kernel: [1, 3], stride: [2, 1], padding: [1, 2, 3, 4], dilation: 2, groups: 2, bias: false}");
        assertThat(conv.nodes())
                .containsExactly("x = Conv(input, x.weight) dilations=[2, 2], group=2, kernel_shape=[1, 3],"
                        + " pads=[1, 2, 3, 4], strides=[2, 1]");
    }

    /** 8 elements and windows of 3 at 0, 2, 4 and 6: the last of them needs a ninth. */
    @Test
    void aPoolThatRoundsUpHasThePaddingThatItsLastWindowNeeds() {
        assertThat(OneLayer.of("[1, 8]", "{maxpool: 3, stride: 2, ceil_mode: true}")
                        .nodes())
                .containsExactly("x = MaxPool(input) dilations=[1], kernel_shape=[3], pads=[0, 1], strides=[2]");
        assertThat(OneLayer.of("[1, 8]", "{avgpool: 3, stride: 2, ceil_mode: true}")
                        .nodes())
                .containsExactly(
                        "x = AveragePool(input) count_include_pad=0, kernel_shape=[3], pads=[0, 1], strides=[2]");
    }

    @Test
    void aPoolThatDoesNotHasThePaddingThatIsWritten() {
        assertThat(OneLayer.of("[1, 8]", "{maxpool: 3, stride: 2, padding: 1}").nodes())
                .containsExactly("x = MaxPool(input) dilations=[1], kernel_shape=[3], pads=[1, 1], strides=[2]");
        assertThat(OneLayer.of("[1, 8]", "{avgpool: 3, stride: 2, padding: [1, 0]}")
                        .nodes())
                .containsExactly(
                        "x = AveragePool(input) count_include_pad=1, kernel_shape=[3], pads=[1, 0], strides=[2]");
    }

    @Test
    void zerosStandAroundTheSpatialAxes() {
        ReadModel padded = OneLayer.of("[2, 3, 3]", "{zeropad: [1, 2, 3, 4]}").read();
        assertThat(padded.longs("x/pads")).containsExactly(0, 0, 1, 2, 0, 0, 3, 4);
    }

    @Test
    void evenWindowsOfAnAdaptivePoolAreThoseOfAnAveragePool() {
        assertThat(OneLayer.of("[2, 6, 8]", "{adaptiveavgpool: [3, 2]}").nodes())
                .containsExactly("x = AveragePool(input) kernel_shape=[2, 4], strides=[2, 4]");
    }

    @Test
    void localResponsesOfImagesAreTheOperatorOfThatName() {
        assertThat(OneLayer.of("[6, 2, 2]", "{lrn: 5, k: 2.0}").nodes())
                .containsExactly("x = LRN(input) alpha=1.0E-4, beta=0.75, bias=2.0, size=5");
    }

    /** Every number of axes, and the attributes that ONNX Runtime takes in another form alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2, 7]          | {conv: 4, kernel: 3}",
                "[2, 7, 7]       | {conv: 4, kernel: 3, padding: same, stride: 2}",
                "[2, 7, 7, 7]    | {conv: 4, kernel: 3, dilation: 2, padding: [1, 2, 0, 2, 1, 3], groups: 2}",
                "[2, 5, 5, 5, 5] | {conv: 4, kernel: 3}",
                "[2, 7]          | {maxpool: 3}",
                "[2, 7, 7]       | {maxpool: 3, stride: 2, padding: 1, ceil_mode: caffe}",
                "[2, 7, 7, 7]    | {maxpool: 3, padding: 1, ceil_mode: true}",
                "[2, 7, 7]       | {maxpool: 2, dilation: 2, padding: 2, stride: 1}",
                "[2, 8, 8]       | {maxpool: 2, dilation: 3, padding: 1, stride: 3, ceil_mode: true}",
                "[2, 7]          | {avgpool: 3}",
                "[2, 7, 8]       | {avgpool: 3, stride: 2, padding: 1, ceil_mode: true}",
                "[2, 7, 7, 8]    | {avgpool: 3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false}",
                "[2, 7]          | globalavgpool",
                "[2, 7, 3, 3]    | globalavgpool",
                "[2, 7, 3, 3, 3] | globalavgpool",
                "[2, 7]          | {adaptiveavgpool: 3}",
                "[2, 7, 6]       | {adaptiveavgpool: 3}",
                "[2, 7, 6, 2]    | {adaptiveavgpool: 3}",
                "[2, 4, 4, 4, 4] | {adaptiveavgpool: 1}",
                "[2, 4, 4, 4, 4] | {adaptiveavgpool: 2}",
                "[5]             | batchnorm",
                "[5, 3]          | batchnorm",
                "[5, 3, 3, 3, 3] | batchnorm",
                "[5]             | {batchnorm: , running_stats: false}",
                "[5, 3, 3, 3]    | {batchnorm: , running_stats: false, affine: false}",
                "[5, 3, 3]       | {lrn: 3}",
                "[2, 2, 2]       | {lrn: 9}",
                "[5, 2, 2]       | {lrn: 4}",
                "[5, 2, 2]       | {lrn: 4, window: onnx}",
                "[5]             | {lrn: 3}",
                "[5, 2, 2, 2]    | {lrn: 3}",
                "[2, 2, 2]       | {softmax: , axis: 0}",
                "[2]             | flatten",
                "[2, 2, 2]       | {flatten: , axis: 0}",
                "[2, 2, 2]       | {flatten: , axis: -1}",
                "[4, 2]          | {linear: 3, bias: false}",
                "[4, 2, 2]       | {zeropad: 0}",
                "[4, 2, 2, 3, 3] | sigmoid",
            })
    void onnxRuntimeTakesItAndFindsThePredictedShape(String input, String layer) {
        OneLayer one = OneLayer.of(input, layer);
        float[] elements =
                SeededInput.draw(0, Math.toIntExact(one.graph().input().elements()));
        assertThat(one.run(elements).shape()).isEqualTo(one.output());
    }
}
