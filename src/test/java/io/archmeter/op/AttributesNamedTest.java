package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttributesNamedTest {
    /** {@code name=value}, in their order. */
    private static String attributes(Op op) {
        return Catalogue.attributes(op).entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + Attributes.text(attribute.getValue()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void aWindowHasWhatItDoes() {
        Window plain = new Window(List.of(new Axis(3, 1, 0, 0, 1), new Axis(5, 1, 0, 0, 1)));
        assertThat(attributes(new Conv(64, plain, 1, false)))
                .isEqualTo("channels=64, kernel=3x5, groups=1, bias=false");
        assertThat(attributes(new Conv(64, plain, 1, false, PaddingMode.REFLECT)))
                .isEqualTo("channels=64, kernel=3x5, groups=1, bias=false, padding_mode=reflect");
        Window rich = new Window(List.of(new Axis(3, 2, 1, 1, 1), new Axis(3, 1, 2, 2, 4)));
        assertThat(attributes(new MaxPool(rich, Rounding.FLOOR)))
                .isEqualTo("kernel=3x3, stride=2x1, padding=1x2, dilation=1x4, ceil_mode=false");
        assertThat(attributes(new MaxPool(plain, Rounding.CEIL, true)))
                .isEqualTo("kernel=3x5, ceil_mode=true, return_indices=true");
        assertThat(attributes(new AvgPool(plain, Rounding.CAFFE, true)))
                .isEqualTo("kernel=3x5, ceil_mode=caffe, count_include_pad=true");
    }

    @Test
    void unevenPaddingHasBothSides() {
        assertThat(attributes(zeros(List.of(2, 3), true))).isEqualTo("padding=0x2x1x3");
    }

    @Test
    void axesAreNamedWhereTheyWereSaid() {
        assertThat(attributes(zeros(List.of(1, 2), false))).isEqualTo("padding=0x2x1x3, axes=1x2");
    }

    private static ZeroPad zeros(List<Integer> axes, boolean spatial) {
        return new ZeroPad(new Pad(axes, List.of(0, 2), List.of(1, 3), PaddingMode.CONSTANT, 0), spatial);
    }

    @Test
    void anOperatorIsNotNamedTwice() {
        assertThat(attributes(new Activation(Activation.Function.RELU))).isEmpty();
        assertThat(attributes(new Elementwise(Elementwise.Function.ADD))).isEmpty();
        assertThat(attributes(new Identity())).isEmpty();
        assertThat(attributes(new GlobalPool(PoolFunction.MEAN))).isEmpty();
    }

    /** Java 17 and 19 have other digits for some of these. */
    @Test
    void decimalsAreThoseThatWereWritten() {
        assertThat(attributes(new LocalResponseNorm(5, 1e-4, 0.75, 2.0)))
                .isEqualTo("size=5, alpha=0.0001, beta=0.75, k=2");
        assertThat(attributes(new LocalResponseNorm(5, 2e23, 0.75, 1e-9)))
                .isEqualTo("size=5, alpha=2E+23, beta=0.75, k=1E-9");
    }

    @Test
    void theNeighboursOfPyTorchAreNotSaid() {
        assertThat(Catalogue.attributes(
                        new LocalResponseNorm(4, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.PYTORCH)))
                .doesNotContainKey("window");
        assertThat(Catalogue.attributes(new LocalResponseNorm(4, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.ONNX)))
                .containsEntry("window", new PlainValue.Text("onnx"));
        assertThat(Catalogue.attributes(new LocalResponseNorm(5, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.ONNX)))
                .as("an odd size has the same on both sides")
                .doesNotContainKey("window");
    }

    @Test
    void anOutputPaddingIsSaidWhereThereIsOne() {
        Window window = new Window(List.of(new Axis(3, 2, 1, 1, 1), new Axis(5, 2, 2, 2, 1)));
        assertThat(attributes(new ConvTranspose(8, window, List.of(0, 0), 4, false)))
                .isEqualTo("channels=8, kernel=3x5, stride=2x2, padding=1x2, groups=4, bias=false");
        assertThat(attributes(new ConvTranspose(8, window, List.of(0, 1), 1, true)))
                .isEqualTo("channels=8, kernel=3x5, stride=2x2, padding=1x2, output_padding=0x1, groups=1, bias=true");
    }

    @Test
    void whatIsDeclaredIsSaidAsItWasDeclared() {
        Custom declared = new Custom(
                Optional.of("deformable"),
                Shape.of(32, 16, 16).axes(),
                DType.FLOAT32,
                Optional.of(List.of(parameter("weight", 32, 16, 3, 3), parameter("bias", 32), parameter("scale"))),
                OptionalLong.of(1_179_648),
                Optional.of(new Custom.Saved(true, true, 4608)));
        assertThat(attributes(declared))
                .isEqualTo("function=deformable, output=32x16x16, parameters=weight 32x16x3x3, bias 32, scale,"
                        + " multiply_adds=1179648, saved=inputs, output, 4608");
    }

    /** Nothing that is declared is left out. */
    @Test
    void whatIsDeclaredAsNothingIsSaid() {
        assertThat(attributes(new Custom(
                        Optional.empty(),
                        Shape.of(8).axes(),
                        DType.FLOAT32,
                        Optional.of(List.of()),
                        OptionalLong.of(0),
                        Optional.of(new Custom.Saved(false, false, 0)))))
                .isEqualTo("output=8, parameters=0, multiply_adds=0, saved=0");
    }

    /** Nor is what nobody knows. */
    @Test
    void whatIsDeclaredAsUnknownIsSaid() {
        assertThat(attributes(new Custom(
                        Optional.empty(),
                        List.of(Extent.Unknown.HERE, Extent.of(0)),
                        DType.INT64,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty())))
                .isEqualTo("output=unknown, 0, dtype=int64, parameters=unknown, multiply_adds=unknown, saved=unknown");
    }

    /** One tensor that has a name of its own is no count. */
    @Test
    void oneTensorIsSaidByItsName() {
        assertThat(Catalogue.attributes(new Custom(
                        Optional.empty(),
                        Shape.of(8).axes(),
                        DType.FLOAT32,
                        Optional.of(List.of(parameter("weight", 8))),
                        OptionalLong.of(0),
                        Optional.of(new Custom.Saved(false, true, 0)))))
                .containsEntry("parameters", new PlainValue.Text("weight 8"))
                .containsEntry("saved", new PlainValue.Text("output"));
    }

    private static WeightDeclaration parameter(String name, long... extents) {
        return new WeightDeclaration(name, Weight.Kind.PARAMETER, Shape.of(extents), DType.FLOAT32);
    }

    /** What a spec can say is what a report says: an operator has no names of its own for programs. */
    @Test
    void eachAttributeIsAnArgumentAndIsReadAsTheSame() {
        Axis halved = new Axis(3, 2, 0, 1, 1);
        List<Op> operators = List.of(
                new BatchNorm(1e-3, true, false),
                new GroupNorm(2, 1e-3, false),
                new LayerNorm(List.of(1, 2), 1e-3, true, false),
                new RmsNorm(List.of(2), 1e-3, false),
                new InstanceNorm(1e-3, true, true),
                new Reduce(Reduce.Function.NORM, List.of(1, 2), true, 3, 0),
                new Reduce(Reduce.Function.VAR, List.of(2), false, 2, 2),
                new Dropout(0.2),
                new Clamp(OptionalDouble.empty(), OptionalDouble.of(2.5)),
                new Pow(-0.5),
                new Rescale(0.5, 2),
                new Glu(1),
                new Softmax(2, true),
                new Prelu(4),
                new Activation(Activation.Function.ELU, List.of(0.5), true),
                new Activation(Activation.Function.HARDTANH, List.of(-2.0, 2.0), false),
                new Gelu(Gelu.Approximation.TANH),
                new Dropout(Dropout.Function.ALPHA, 0.2),
                new StochasticDepth(0.2, StochasticDepth.Mode.BATCH),
                new Softmax(1),
                new Concat(2),
                new Flatten(1),
                new Reshape(List.of(-1L, 6L), false),
                new Reshape(List.of(6L, 6L), true),
                new ChannelShuffle(2),
                new Expand(List.of(-1L, 9L)),
                new Pad(List.of(2, 1), List.of(1, 0), List.of(2, 0), PaddingMode.CONSTANT, 1.5),
                new Pad(List.of(2), List.of(3), List.of(3), PaddingMode.CIRCULAR, 0),
                new PixelShuffle(2),
                new PixelUnshuffle(3),
                new Stack(2),
                new Tile(List.of(2L, 3L)),
                new Flip(List.of(0, 2)),
                new Permute(List.of(2, 0, 1)),
                new Roll(List.of(-3, 1), List.of(2, 1)),
                new Select(-2, 2),
                new Slice(2, -7, OptionalInt.of(-1), 3),
                new Slice(1, 0, OptionalInt.empty(), 1),
                new Squeeze(List.of()),
                new Transpose(2, 1),
                new Squeeze(List.of(0)),
                new Unsqueeze(2),
                new Linear(10, true),
                new Embedding(10, 4, OptionalLong.of(9)),
                new Embedding(10, 4, OptionalLong.empty()),
                new Recurrent(Recurrent.Cell.LSTM, 8, 2, true, false, false, OptionalLong.of(3), false, 0),
                new Recurrent(Recurrent.Cell.RNN, 8, 1, false, true, true, OptionalLong.empty(), true, 0.25),
                new EmbeddingBag(10, 4, EmbeddingBag.Mode.MAX, OptionalLong.of(3)),
                new AdaptivePool(PoolFunction.MEAN, List.of(6, 7)),
                new Einsum(List.of("bij", "bjk"), "bik"),
                new Unfold(new Window(List.of(new Axis(2, 1, 1, 1, 2), new Axis(3, 2, 0, 0, 1)))),
                new Fold(List.of(4, 5), new Window(List.of(new Axis(2, 1, 1, 1, 2), new Axis(3, 2, 0, 0, 1)))),
                new AvgPool(new Window(List.of(halved)), Rounding.CEIL, false),
                new LpPool(new Window(List.of(new Axis(2, 3, 0, 0, 1))), Rounding.CEIL, 1.5),
                new ConvTranspose(8, new Window(List.of(new Axis(3, 2, 1, 1, 1))), List.of(1), 4, false),
                new LocalResponseNorm(4, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.ONNX),
                new Custom(
                        Optional.of("fourier"),
                        Shape.of(4, 5).axes(),
                        DType.INT64,
                        Optional.of(List.of(WeightDeclaration.parameter("parameters", 7))),
                        OptionalLong.of(10),
                        Optional.of(new Custom.Saved(true, false, 4608))),
                new Custom(
                        Optional.empty(),
                        List.of(Extent.Unknown.HERE, Extent.of(0)),
                        DType.FLOAT32,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()));
        Map<String, Shape> inputs = Map.of(
                "adaptiveavgpool", Shape.of(1, 4, 9, 9),
                "unfold", Shape.of(1, 4, 9, 9),
                "pixelshuffle", Shape.of(1, 4, 9, 9),
                "pixelunshuffle", Shape.of(1, 4, 9, 9),
                "embeddingbag", Shape.of(1, 4));
        operators.forEach(op -> {
            String kind = op.kind();
            Operator operator = Catalogue.find(kind).orElseThrow();
            Arguments given = new Arguments();
            Map<String, PlainValue> attributes = Catalogue.attributes(op);
            assertThat(operator.arguments()).extracting(Argument::name).containsAll(attributes.keySet());
            operator.arguments().stream()
                    .filter(argument -> attributes.containsKey(argument.name()))
                    .forEach(argument -> given.put(argument, attributes.get(argument.name())));
            Shape shape = inputs.getOrDefault(kind, Shape.of(1, 4, 9));
            Inputs in = operator.traits().contains(Trait.INDICES)
                    ? new Inputs(List.of(shape), List.of(DType.INT64))
                    : Inputs.of(shape);
            assertThat(operator.read(given, in)).isEqualTo(op);
        });
    }
}
