package io.archmeter.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Shape;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a layer that became another. */
class ChangedAttributeTest {
    private static final Shape NARROW = Shape.of(1, 8, 8, 8);
    private static final Shape WIDE = Shape.of(1, 16, 8, 8);

    private static List<ChangedAttribute> between(String before, String after) {
        return ChangedAttribute.between(layer(before), layer(after));
    }

    private static LayerSnapshot layer(String text) {
        return Sketch.layers("layer: " + text).get(0);
    }

    @Test
    void whatKeepsItsShapeOnBothSidesHasOneShape() {
        assertThat(between("relu 1x8x8x8 -> 1x8x8x8", "relu 1x16x8x8 -> 1x16x8x8"))
                .containsExactly(new ChangedAttribute.Shapes("shape", List.of(NARROW), List.of(WIDE)));
    }

    @Test
    void whatKeepsItsShapeOnOneSideHasTwoEnds() {
        assertThat(between("conv 1x8x8x8 -> 1x8x8x8", "conv 1x8x8x8 -> 1x16x8x8"))
                .containsExactly(new ChangedAttribute.Shapes("output", List.of(NARROW), List.of(WIDE)));
        assertThat(between("conv 1x16x8x8 -> 1x8x8x8", "conv 1x8x8x8 -> 1x8x8x8"))
                .containsExactly(new ChangedAttribute.Shapes("input", List.of(WIDE), List.of(NARROW)));
    }

    @Test
    void anAttributeOfOneSideIsMissingOnTheOther() {
        assertThat(between("conv k3 1x8x8x8 -> 1x16x8x8", "linear 16 1x8x8x8 -> 1x16x8x8"))
                .containsExactly(
                        new ChangedAttribute.Word(
                                "operator",
                                Optional.of(new PlainValue.Text("conv")),
                                Optional.of(new PlainValue.Text("linear"))),
                        new ChangedAttribute.Word(
                                "kernel",
                                Optional.of(new PlainValue.Items(List.of(PlainValue.Num.of(3), PlainValue.Num.of(3)))),
                                Optional.empty()),
                        new ChangedAttribute.Word("channels", Optional.empty(), Optional.of(PlainValue.Num.of(16))));
    }
}
