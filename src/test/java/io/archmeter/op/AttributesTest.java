package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attributes as they are read, and as an importer makes them itself and gives them any input. */
class AttributesTest {
    private static final Axis ONE_TAP = new Axis(1, 1, 0, 0, 1);
    private static final Window IMAGE = new Window(List.of(ONE_TAP, ONE_TAP));
    private static final ZeroPad ZEROS =
            new ZeroPad(new Pad(List.of(2, 3), List.of(1, 1), List.of(1, 1), PaddingMode.CONSTANT, 0), true);

    @Test
    void whatIsWrittenIsWhatTheRecordHolds() {
        Axis rows = new Axis(3, 2, 1, 1, 1);
        Axis columns = new Axis(5, 1, 0, 2, 1);
        Window window = new Window(List.of(rows, columns));
        String written = "kernel=[3, 5]; stride=[2, 1]; padding=[1, 0, 1, 2]";
        assertThat(read("conv", written + "; channels=8; groups=2; bias=false", "1x4x9x9"))
                .isEqualTo(new Conv(8, window, 2, false));
        assertThat(read("conv", written + "; channels=8; padding_mode=replicate", "1x4x9x9"))
                .isEqualTo(new Conv(8, window, 1, true, PaddingMode.REPLICATE));
        assertThat(read("maxpool", written + "; ceil_mode=caffe", "1x4x9x9"))
                .isEqualTo(new MaxPool(window, Rounding.CAFFE));
        assertThat(read("avgpool", written + "; ceil_mode=true; count_include_pad=false", "1x4x9x9"))
                .isEqualTo(new AvgPool(window, Rounding.CEIL, false));
        assertThat(read("batchnorm", "eps=0.001; affine=false; running_stats=false", "1x4x9x9"))
                .isEqualTo(new BatchNorm(0.001, false, false));
        assertThat(read("layernorm", "axes=[-1, 1]; eps=0.001; bias=false", "1x4x9x9"))
                .isEqualTo(new LayerNorm(List.of(1, 3), 0.001, true, false));
        assertThat(read("lrn", "size=5; alpha=0.0005; beta=0.7; k=2", "1x4x9x9"))
                .isEqualTo(new LocalResponseNorm(5, 0.0005, 0.7, 2));
        assertThat(read("lrn", "size=4; window=onnx", "1x4x9x9"))
                .isEqualTo(new LocalResponseNorm(4, 1e-4, 0.75, 1, LocalResponseNorm.Neighbours.ONNX));
        assertThat(read("linear", "features=8; bias=false", "1x4")).isEqualTo(new Linear(8, false));
        assertThat(read("dropout", "p=0.25", "1x4")).isEqualTo(new Dropout(0.25));
        assertThat(read("adaptiveavgpool", "size=[3, 9]", "1x4x9x9"))
                .isEqualTo(new AdaptivePool(PoolFunction.MEAN, List.of(3, 9)));
        assertThat(read("softmax", "axis=-1", "1x4x9")).isEqualTo(new Softmax(2));
    }

    /** The defaults of torch.nn; softmax and concat, which have none there, work on the channels. */
    @Test
    void whatIsNotWrittenIsAsInPyTorch() {
        assertThat(read("conv", "channels=8; kernel=1", "1x4x9x9"))
                .isEqualTo(new Conv(8, new Window(List.of(ONE_TAP, ONE_TAP)), 1, true));
        Window two = new Window(List.of(new Axis(2, 2, 0, 0, 1)));
        assertThat(read("maxpool", "kernel=2", "1x4x9")).isEqualTo(new MaxPool(two, Rounding.FLOOR));
        assertThat(read("avgpool", "kernel=2", "1x4x9")).isEqualTo(new AvgPool(two, Rounding.FLOOR, true));
        assertThat(read("batchnorm", "", "1x4")).isEqualTo(new BatchNorm(1e-5, true, true));
        assertThat(read("layernorm", "", "1x4x9")).isEqualTo(new LayerNorm(List.of(2), 1e-5, true, true));
        assertThat(read("rmsnorm", "", "1x4x9")).isEqualTo(new RmsNorm(List.of(2), 1.1920929e-7, true));
        assertThat(read("instancenorm", "", "1x4x9")).isEqualTo(new InstanceNorm(1e-5, false, false));
        assertThat(read("norm", "axes=-1", "1x4x9"))
                .isEqualTo(new Reduce(Reduce.Function.NORM, List.of(2), false, 2, 0));
        assertThat(read("var", "axes=-1", "1x4x9")).isEqualTo(new Reduce(Reduce.Function.VAR, List.of(2), false, 2, 1));
        assertThat(read("lrn", "size=5", "1x4")).isEqualTo(new LocalResponseNorm(5, 1e-4, 0.75, 1));
        assertThat(read("linear", "features=8", "1x4")).isEqualTo(new Linear(8, true));
        assertThat(read("dropout", "", "1x4")).isEqualTo(new Dropout(0.5));
        assertThat(read("flatten", "", "1x4x9")).isEqualTo(new Flatten(1));
        assertThat(read("softmax", "", "1x4x9")).isEqualTo(new Softmax(1));
        assertThat(read("concat", "", "1x4x9; 1x4x9")).isEqualTo(new Concat(1));
    }

    private static Op read(String kind, String arguments, String input) {
        return Layer.of(kind, arguments, input).op();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("attributesOfAnotherRank")
    void anInputOfAnotherRankIsRefused(Op op, String input, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Layer.of(op, Written.inputs(input)))
                .returns(code, Refusal::code);
    }

    static Stream<Arguments> attributesOfAnotherRank() {
        return Stream.of(
                Arguments.of(new Conv(1, IMAGE, 1, false), "1x1x8", "wrong-rank"),
                Arguments.of(new MaxPool(IMAGE, Rounding.FLOOR), "1x1x8", "wrong-rank"),
                Arguments.of(new AvgPool(IMAGE, Rounding.FLOOR, true), "1x1x8x8x8", "wrong-rank"),
                Arguments.of(ZEROS, "1x1x8", "wrong-rank"),
                Arguments.of(ZEROS, "1x1x8x8x8", "wrong-rank"),
                Arguments.of(new AdaptivePool(PoolFunction.MEAN, List.of(2, 2)), "1x1x8", "wrong-rank"),
                Arguments.of(new AdaptivePool(PoolFunction.MEAN, List.of(2, 2)), "1x1x8x8x8", "wrong-rank"),
                Arguments.of(new Flatten(2), "1x8", "no-such-axis"),
                Arguments.of(new LayerNorm(List.of(1, 2), 1e-5, true, true), "1x8", "no-such-axis"),
                Arguments.of(new Reduce(Reduce.Function.SUM, List.of(2), false, 2, 0), "1x8", "no-such-axis"),
                Arguments.of(new Softmax(2), "1x8", "no-such-axis"),
                Arguments.of(new Concat(2), "1x8; 1x8", "no-such-axis"));
    }

    @Test
    void axesAreCountedFromTheFront() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Flatten(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Softmax(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Concat(-1));
    }

    @Test
    void nonsenseIsNoAttribute() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Conv(0, IMAGE, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Conv(1, IMAGE, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConvTranspose(0, IMAGE, List.of(0, 0), 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConvTranspose(1, IMAGE, List.of(0), 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupNorm(0, 1e-5, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerNorm(List.of(), 1e-5, true, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerNorm(List.of(0, 1), 1e-5, true, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new RmsNorm(List.of(), 1e-5, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new RmsNorm(List.of(0, 1), 1e-5, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reduce(Reduce.Function.SUM, List.of(), false, 2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduce(Reduce.Function.SUM, List.of(-1), false, 2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduce(Reduce.Function.NORM, List.of(1), false, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduce(Reduce.Function.VAR, List.of(1), false, 2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> custom(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> custom(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(0, 1, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, -1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, 0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, 0, 0, 0));
    }

    private static Custom custom(long multiplyAdds, long saved) {
        return new Custom(
                Optional.empty(),
                Shape.of(1).axes(),
                DType.FLOAT32,
                Optional.of(List.of()),
                OptionalLong.of(multiplyAdds),
                Optional.of(new Custom.Saved(false, false, saved)));
    }

    @Test
    void aTapeTakesAndPutsOutWhatIsThere() {
        Inputs one = Written.inputs("1x4");
        Shape out = Shape.of(1, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> new Tape(1, List.of(), List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tape(1, List.of(TapeEntry.on(List.of(1), out))));
        assertThat(Tape.of(one, TapeEntry.of(one, out)).outputs()).containsExactly(1);
    }
}
