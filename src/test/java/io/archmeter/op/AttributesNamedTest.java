package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.Map;
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
        Window rich = new Window(List.of(new Axis(3, 2, 1, 1, 1), new Axis(3, 1, 2, 2, 4)));
        assertThat(attributes(new MaxPool(rich, Rounding.FLOOR)))
                .isEqualTo("kernel=3x3, stride=2x1, padding=1x2, dilation=1x4, ceil_mode=false");
        assertThat(attributes(new AvgPool(plain, Rounding.CAFFE, true)))
                .isEqualTo("kernel=3x5, ceil_mode=caffe, count_include_pad=true");
    }

    @Test
    void unevenPaddingHasBothSides() {
        assertThat(attributes(new ZeroPad(List.of(new Axis(1, 1, 0, 1, 1), new Axis(1, 1, 2, 3, 1)))))
                .isEqualTo("padding=0x2x1x3");
    }

    @Test
    void anOperatorIsNotNamedTwice() {
        assertThat(attributes(new Activation(Activation.Function.RELU))).isEmpty();
        assertThat(attributes(new Elementwise(Elementwise.Function.ADD))).isEmpty();
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

    /** What a spec can say is what a report says: an operator has no names of its own for programs. */
    @Test
    void eachAttributeIsAnArgumentAndIsReadAsTheSame() {
        Map<String, Op> operators = Map.of(
                "batchnorm", new BatchNorm(1e-3, true, false),
                "dropout", new Dropout(0.2),
                "softmax", new Softmax(1),
                "concat", new Concat(2),
                "flatten", new Flatten(1),
                "linear", new Linear(10, true),
                "adaptiveavgpool", new AdaptiveAvgPool(List.of(6, 7)),
                "avgpool", new AvgPool(new Window(List.of(new Axis(3, 2, 0, 1, 1))), Rounding.CEIL, false),
                "lrn", new LocalResponseNorm(4, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.ONNX));
        Map<String, Shape> inputs = Map.of(
                "avgpool", Shape.of(1, 3, 9),
                "adaptiveavgpool", Shape.of(1, 3, 9, 9));
        operators.forEach((kind, op) -> {
            Operator operator = Catalogue.find(kind).orElseThrow();
            Arguments given = new Arguments();
            Map<String, PlainValue> attributes = Catalogue.attributes(op);
            assertThat(operator.arguments()).extracting(Argument::name).containsAll(attributes.keySet());
            operator.arguments().stream()
                    .filter(argument -> attributes.containsKey(argument.name()))
                    .forEach(argument -> given.put(argument, attributes.get(argument.name())));
            Inputs in = new Inputs(List.of(inputs.getOrDefault(kind, Shape.of(1, 4, 9))));
            assertThat(operator.read(given, in)).isEqualTo(op);
        });
    }
}
