package io.archmeter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes of which something is not known. */
class UnknownShapeTest {
    private static final Extent.Unknown BOXES = new Extent.Unknown("boxes");
    private static final Shape SHAPE = Shape.ofAxes(List.of(Extent.of(1), BOXES, Extent.of(4)));

    @Test
    void whatIsKnownIsThere() {
        assertThat(SHAPE.rank()).isEqualTo(3);
        assertThat(SHAPE.batch()).isEqualTo(1);
        assertThat(SHAPE.extent(2)).isEqualTo(4);
        assertThat(SHAPE.spatial()).containsExactly(4L);
        assertThat(SHAPE.unknown()).contains(BOXES);
        assertThat(SHAPE).hasToString("1x?x4");
    }

    @Test
    void whoAsksForTheRestIsToldWhereItComesFrom() {
        assertThatThrownBy(() -> SHAPE.extent(1))
                .isInstanceOf(UnknownException.class)
                .hasMessage("what comes from 'boxes' is not known");
        assertThatThrownBy(SHAPE::extents).isInstanceOf(UnknownException.class);
        assertThatThrownBy(SHAPE::elements).isInstanceOf(UnknownException.class);
    }

    @Test
    void withoutElementsItDoesNotMatterHowManyThereAre() {
        assertThat(SHAPE.with(2, 0).elements()).isZero();
    }

    @Test
    void itIsNamedOnce() {
        Shape here = Shape.ofAxes(List.of(Extent.Unknown.HERE, BOXES));
        assertThat(here.from("layer").axes()).containsExactly(new Extent.Unknown("layer"), BOXES);
        assertThat(here.withoutOrigins().axes()).containsExactly(Extent.Unknown.HERE, Extent.Unknown.HERE);
        assertThat(Shape.of(1, 2).from("layer")).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void nobodyKnowsWhetherTwoAreAsLarge() {
        assertThat(SHAPE.hasAsManyElements(SHAPE)).isFalse();
        assertThat(Shape.of(2, 3).hasAsManyElements(Shape.of(6))).isTrue();
    }

    @Test
    void aBatchStandsInFront() {
        assertThat(SHAPE.sample()).hasToString("?x4");
        assertThat(SHAPE.sample().batched(8)).hasToString("8x?x4");
        assertThat(SHAPE).isNotEqualTo(Shape.of(1, 0, 4));
    }
}
