package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesNamedTest {
    @Test
    void aWindowHasWhatItDoes() {
        Window plain = new Window(List.of(new Axis(3, 1, 0, 0, 1), new Axis(5, 1, 0, 0, 1)));
        assertThat(Attributes.of(new Conv(64, plain, 1, false)))
                .hasToString("{channels=64, kernel=3x5, group=1, bias=false}");
        Window rich = new Window(List.of(new Axis(3, 2, 1, 1, 1), new Axis(3, 1, 2, 2, 4)));
        assertThat(Attributes.of(new MaxPool(rich, Rounding.FLOOR)))
                .hasToString("{kernel=3x3, stride=2x1, padding=1x2, dilation=1x4, rounding=floor}");
    }

    @Test
    void unevenPaddingHasBothSides() {
        assertThat(Attributes.of(new ZeroPad(List.of(new Axis(1, 1, 0, 1, 1), new Axis(1, 1, 2, 3, 1)))))
                .hasToString("{padding=0x2x1x3}");
    }

    @Test
    void anOperatorIsNotNamedTwice() {
        assertThat(Attributes.of(new Activation(Activation.Function.RELU))).isEmpty();
        assertThat(Attributes.of(new Elementwise(Elementwise.Function.ADD))).isEmpty();
    }

    /** Java 17 and 19 have other digits for some of these. */
    @Test
    void decimalsAreThoseThatWereWritten() {
        assertThat(Attributes.of(new LocalResponseNorm(5, 1e-4, 0.75, 2.0)))
                .hasToString("{size=5, alpha=0.0001, beta=0.75, bias=2}");
        assertThat(Attributes.of(new LocalResponseNorm(5, 2e23, 0.75, 1e-9)))
                .containsEntry("alpha", "2E+23")
                .containsEntry("bias", "1E-9");
    }

    @Test
    void whatIsUsualIsLeftOut() {
        assertThat(Attributes.of(new LocalResponseNorm(4, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.PYTORCH)))
                .doesNotContainKey("window");
        assertThat(Attributes.of(new LocalResponseNorm(4, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.ONNX)))
                .containsEntry("window", "onnx");
        assertThat(Attributes.of(new LocalResponseNorm(5, 1e-4, 0.75, 2.0, LocalResponseNorm.Neighbours.ONNX)))
                .as("an odd size has the same on both sides")
                .doesNotContainKey("window");
    }
}
