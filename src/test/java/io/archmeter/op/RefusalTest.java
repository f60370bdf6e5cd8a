package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What a person reads where attributes and inputs do not go together. */
class RefusalTest {
    private record Call(String kind, String arguments, String inputs) {
        void isRefused(String code, String argument, String fact, String remedy) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Layer.of(kind, arguments, inputs))
                    .returns(code, Refusal::code)
                    .returns(argument, Refusal::argument)
                    .returns(fact, Refusal::fact)
                    .returns(remedy, Refusal::remedy);
        }
    }

    private static Call call(String kind, String arguments, String inputs) {
        return new Call(kind, arguments, inputs);
    }

    @Test
    void groupsThatDoNotDivide() {
        call("conv", "channels=512; kernel=3; groups=5", "1x256x14x14")
                .isRefused(
                        "indivisible-groups",
                        "groups",
                        "256 input channels do not divide into 5 groups",
                        "use 1, 2, 4, 8, 16, 32, 64, 128 or 256");
        call("conv", "channels=4; kernel=3; groups=8", "1x8x14x14")
                .isRefused(
                        "indivisible-groups",
                        "groups",
                        "4 output channels do not divide into 8 groups",
                        "use 1, 2 or 4");
        call("conv", "channels=4; kernel=1; groups=3", "1x6x14x14")
                .isRefused(
                        "indivisible-groups", "groups", "4 output channels do not divide into 3 groups", "use 1 or 2");
        call("groupnorm", "groups=4", "1x6x14x14")
                .isRefused(
                        "indivisible-groups", "groups", "6 channels do not divide into 4 groups", "use 1, 2, 3 or 6");
    }

    @Test
    void partsThatAreNotThere() {
        call("split", "parts=4", "1x5x14x14")
                .isRefused(
                        "too-many-parts",
                        "parts",
                        "axis 1 of 1x5x14x14 makes 3 parts of 2, and not 4",
                        "use 3, or a list of sizes that add up to 5");
        call("split", "parts=[64, 64]", "1x192x14x14")
                .isRefused(
                        "sizes-do-not-add-up",
                        "parts",
                        "64 + 64 is not the extent of axis 1 of 1x192x14x14",
                        "use sizes that add up to 192, or write how many parts of one size there are");
    }

    @Test
    void aTransposedConvolutionThatLeavesNothing() {
        call("convtranspose", "channels=1; kernel=3; padding=2", "1x1x2x9")
                .isRefused(
                        "window-does-not-fit",
                        "padding",
                        "an output of 4 has nothing left when 2 are cut off at both ends",
                        "use less padding, or a larger kernel or input");
    }

    @Test
    void anOutputPaddingThatNoStrideLeavesOpen() {
        call("convtranspose", "channels=1; kernel=3; stride=2; output_padding=2", "1x1x4")
                .isRefused(
                        "out-of-range",
                        "output_padding",
                        "output_padding cannot be 2 where the stride is 2 and the dilation 1",
                        "use a number that is smaller than one of them");
    }

    @Test
    void indicesThatAreNone() {
        call("embedding", "num_embeddings=10; embedding_dim=4", "1x77")
                .isRefused(
                        "wrong-dtype",
                        "",
                        "embedding takes indices, but float32 comes in",
                        "give the input of the network a dtype of int64 or int32");
        call("embedding", "num_embeddings=10; embedding_dim=4; padding_idx=10", "1x77 int64")
                .isRefused(
                        "out-of-range",
                        "padding_idx",
                        "padding_idx 10 is not a row of a table of 10",
                        "use a row from 0 to 9, or from -1 (the last) to -10");
    }

    @Test
    void sequencesThatAreNone() {
        call("lstm", "hidden_size=4", "2x3x8x8")
                .isRefused(
                        "wrong-rank",
                        "",
                        "lstm takes N×T×C, but the input is 2x3x8x8",
                        "give each sample an axis of time and one of features");
        call("gru", "hidden_size=4; batch_first=false", "2x3")
                .isRefused(
                        "wrong-rank",
                        "",
                        "gru takes T×N×C, but the input is 2x3",
                        "give each sample an axis of time and one of features");
        call("rnn", "hidden_size=4", "2x0x3")
                .isRefused("empty-input", "", "there is no step in an input of 2x0x3", "give it a longer sequence");
    }

    @Test
    void aProjectionThatIsNoSmaller() {
        call("lstm", "hidden_size=4; proj_size=4", "2x5x3")
                .isRefused(
                        "out-of-range",
                        "proj_size",
                        "a state of 4 cannot be projected to 4",
                        "use a number from 1 to 3");
        call("lstm", "hidden_size=1; proj_size=1", "2x5x3")
                .isRefused("out-of-range", "proj_size", "a state of 1 cannot be projected to 1", "leave proj_size out");
    }

    @Test
    void aWindowThatDoesNotFit() {
        String remedy = "use a smaller kernel or dilation, more padding, or a larger input";
        call("maxpool", "kernel=3", "1x64x2x8")
                .isRefused("window-does-not-fit", "kernel", "a window of 3 does not fit into an input of 2", remedy);
        call("conv", "channels=1; kernel=3; dilation=4; padding=[1, 1, 2, 2]", "1x1x5x99")
                .isRefused(
                        "window-does-not-fit",
                        "kernel",
                        "a window of 9 does not fit into an input of 5 padded by 1 and 2",
                        remedy);
    }

    @Test
    void aPaddingThatPutsAWindowBesideTheInput() {
        call("avgpool", "kernel=3; padding=[0, 0, 0, 4]", "1x64x8x8")
                .isRefused(
                        "padding-too-large",
                        "padding",
                        "padding by 4 puts a window of 3 beside the input",
                        "pad by less than the window's extent; half of it is usual");
    }

    @Test
    void aTensorWithoutSpatialAxes() {
        String fact = "a window slides over N×C×H×W or another shape with spatial axes, but the input is 1x9216";
        String remedy = "put this layer before the tensor is flattened";
        call("globalavgpool", "", "1x9216").isRefused("wrong-rank", "", fact, remedy);
        call("zeropad", "padding=1", "1x9216").isRefused("wrong-rank", "", fact, remedy);
    }

    @Test
    void numbersForAnotherRank() {
        call("conv", "channels=1; kernel=[3, 3, 3]", "1x1x8x8")
                .isRefused(
                        "wrong-rank",
                        "kernel",
                        "kernel has 3 numbers, but the input has 2 spatial axes",
                        "write one number for all axes, or 2");
        call("zeropad", "padding=[1, 1, 1]", "1x1x8x8")
                .isRefused(
                        "wrong-rank",
                        "padding",
                        "padding has 3 numbers, but the input has 2 spatial axes",
                        "write one number, one per axis (2), or one per side (4: begins, then ends)");
    }

    @Test
    void aTensorWithoutChannels() {
        call("batchnorm", "", "8")
                .isRefused(
                        "wrong-rank",
                        "",
                        "works on the channels of N×C×…, but the input is 8",
                        "give the input an axis of channels");
    }

    @Test
    void anAxisThatIsNotThere() {
        call("softmax", "axis=3", "3x4x5")
                .isRefused(
                        "no-such-axis",
                        "axis",
                        "axis 3 is not an axis of 3x4x5",
                        "use an axis from 0 (the batch) to 2, or from -1 (the last) to -3");
    }

    @Test
    void axesThatANormalizationCannotTake() {
        call("layernorm", "axes=[1, -1]", "3x4")
                .isRefused(
                        "out-of-range",
                        "axes",
                        "axes names axis 1 of 3x4 twice",
                        "write each axis once; negative ones count from the end");
        call("layernorm", "axes=-2", "3x4")
                .isRefused(
                        "out-of-range",
                        "axes",
                        "axes cannot be 0, which is the batch of 3x4",
                        "use axes from 1 on; batchnorm normalizes over the batch");
    }

    @Test
    void aVectorWithoutMaps() {
        call("instancenorm", "", "3x4")
                .isRefused(
                        "wrong-rank",
                        "",
                        "normalizes each map of N×C×H×W or another shape with spatial axes, but the input is 3x4",
                        "put this layer before the tensor is flattened, or use layernorm");
    }

    @Test
    void aReductionThatLeavesNothingOrHasNothing() {
        call("sum", "axes=[0, 1]", "3x4")
                .isRefused(
                        "wrong-rank",
                        "axes",
                        "no axis is left of 3x4",
                        "leave the batch, axis 0, as it is, or write keepdim: true");
        call("max", "axes=1", "3x0")
                .isRefused(
                        "empty-input",
                        "axes",
                        "nothing is the max of no elements: the input is 3x0",
                        "leave the layer out, or give it an input with elements");
        call("var", "axes=1", "3x1")
                .isRefused(
                        "out-of-range",
                        "correction",
                        "the divisor of a variance of 1 element is not above 0 with a correction of 1",
                        "use a smaller correction, 0 for that of the elements alone, or more elements");
        call("norm", "axes=1; p=0", "3x4")
                .isRefused("out-of-range", "p", "p cannot be 0.0", "use an exponent above 0, such as 2");
    }

    @Test
    void shapesThatDiffer() {
        call("add", "", "1x256x56x56; 1x256x28x28")
                .isRefused(
                        "shapes-differ",
                        "",
                        "add meets 1x256x56x56 and 1x256x28x28, which differ in axis 2",
                        "give both paths the same shape: a convolution changes the channels, its stride the extents");
        call("concat", "", "1x64x28x28; 1x64x14x14")
                .isRefused(
                        "shapes-differ",
                        "",
                        "concat along axis 1 meets 1x64x28x28 and 1x64x14x14",
                        "give all paths the same extents on the other axes, by the same strides and paddings");
    }

    @Test
    void moreOrFewerInputsThanTwo() {
        call("sub", "", "1x8")
                .isRefused("too-few-inputs", "", "sub takes 2 inputs, but one comes in", "name them: from: [a, b]");
        call("div", "", "1x8; 1x8; 1x8")
                .isRefused("too-many-inputs", "", "div takes 2 inputs, but 3 come in", "name them: from: [a, b]");
    }

    @Test
    void moreInputsThanOne() {
        call("relu", "", "1x8; 1x8; 1x8")
                .isRefused(
                        "too-many-inputs",
                        "",
                        "takes one input, but 3 come in",
                        "join them first with concat, add or multiply");
    }

    @Test
    void aShareBeyondTheWhole() {
        call("dropout", "p=1.5", "1x8").isRefused("out-of-range", "p", "p cannot be 1.5", "use a share from 0 to 1");
    }

    @Test
    void weightsThatAreNeitherNamedNorCounted() {
        call("custom", "parameters=many; multiply_adds=0; saved=0", "1x8")
                .isRefused(
                        "wrong-type",
                        "parameters",
                        "parameters must be names with shapes, or a count, but is the text 'many'",
                        "write a mapping such as {weight: [64, 3, 7, 7], bias: [64]}, or a count; 0 if there are none");
    }
}
