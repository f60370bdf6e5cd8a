package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Shape IMAGE = Shape.of(2, 3, 224, 112);

    @Test
    void anImageHasABatchChannelsAndSpatialExtents() {
        assertThat(IMAGE.rank()).isEqualTo(4);
        assertThat(IMAGE.batch()).isEqualTo(2);
        assertThat(IMAGE.channels()).isEqualTo(3);
        assertThat(IMAGE.spatialRank()).isEqualTo(2);
        assertThat(IMAGE.spatial()).containsExactly(224L, 112L);
        assertThat(IMAGE.extent(3)).isEqualTo(112);
    }

    @Test
    void aVectorHasNoSpatialExtents() {
        assertThat(Shape.of(1, 4096).spatialRank()).isZero();
        assertThat(Shape.of(1, 4096).spatial()).isEmpty();
        assertThat(Shape.of(8).spatialRank()).isZero();
        assertThat(Shape.of(8).spatial()).isEmpty();
    }

    @Test
    void aScalarHasOneElementAndNoExtents() {
        assertThat(Shape.of().elements()).isEqualTo(1);
        assertThat(Shape.of().rank()).isZero();
        assertThat(Shape.of().spatial()).isEmpty();
        assertThat(Shape.of()).hasToString("");
    }

    @Test
    void itsElementsAreTheProductOfItsExtents() {
        assertThat(Shape.of(1, 64, 55, 55).elements()).isEqualTo(193_600);
        assertThat(Shape.of(1, Long.MAX_VALUE).elements()).isEqualTo(9223372036854775807L);
    }

    @Test
    void moreElementsThanSixtyFourBitsCountAreNone() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Shape.of(2, Long.MAX_VALUE).elements());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Shape.of(1L << 32, 1L << 32, 3).elements());
        assertThat(Shape.of(1L << 32, 1L << 31, 0).elements()).isZero();
    }

    @Test
    void itIsWrittenWithCrosses() {
        assertThat(IMAGE).hasToString("2x3x224x112");
    }

    @Test
    void anotherExtentMakesAnotherShape() {
        assertThat(IMAGE.with(1, 64)).hasToString("2x64x224x112");
        assertThat(IMAGE).hasToString("2x3x224x112");
    }

    @Test
    void aBatchIsPutInFront() {
        assertThat(Shape.of(3, 224, 224).batched(8)).hasToString("8x3x224x224");
        assertThat(Shape.of().batched(8)).hasToString("8");
    }

    @Test
    void anExtentIsAtLeastZero() {
        assertThat(Shape.of(2, 0).elements()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1, -1))
                .withMessage("an extent must be at least 0: [1, -1]");
        assertThatIllegalArgumentException().isThrownBy(() -> Extent.of(-1));
    }

    @Test
    void itStaysAsItIs() {
        List<Long> extents = new ArrayList<>(List.of(1L, 2L));
        Shape shape = new Shape(extents);
        extents.set(0, 9L);
        assertThat(shape).isEqualTo(Shape.of(1, 2));
    }
}
