package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.graph.Op;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attributes that no spec was read for: an importer makes the records itself, and may give them any input. */
class AttributesTest {
    private static final Axis ONE_TAP = new Axis(1, 1, 0, 0, 1);
    private static final Window IMAGE = new Window(List.of(ONE_TAP, ONE_TAP));

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
                Arguments.of(new ZeroPad(IMAGE.axes()), "1x1x8", "wrong-rank"),
                Arguments.of(new ZeroPad(IMAGE.axes()), "1x1x8x8x8", "wrong-rank"),
                Arguments.of(new AdaptiveAvgPool(List.of(2, 2)), "1x1x8", "wrong-rank"),
                Arguments.of(new AdaptiveAvgPool(List.of(2, 2)), "1x1x8x8x8", "wrong-rank"),
                Arguments.of(new Flatten(2), "1x8", "no-such-axis"),
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
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(0, 1, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, -1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, 0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis(1, 1, 0, 0, 0));
    }
}
