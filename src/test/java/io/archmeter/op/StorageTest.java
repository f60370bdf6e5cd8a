package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator of a project may say of where its outputs lie. */
class StorageTest {
    private static final Shape INPUT = Shape.of(1, 6, 4);

    private static boolean fits(Storage storage, Shape... outputs) {
        return storage.fits(INPUT, List.of(outputs));
    }

    @Test
    void aViewHasAsManyElements() {
        assertThat(fits(Storage.VIEW, Shape.of(1, 24))).isTrue();
        assertThat(fits(Storage.VIEW, Shape.of(1, 6, 3))).isFalse();
        assertThat(fits(Storage.OWN, Shape.of(1, 6, 3))).isTrue();
    }

    @Test
    void partsMakeUpTheirInputAlongOneAxis() {
        assertThat(fits(Storage.PARTS, Shape.of(1, 2, 4), Shape.of(1, 4, 4))).isTrue();
        assertThat(fits(Storage.PARTS, Shape.of(1, 6, 1), Shape.of(1, 6, 2), Shape.of(1, 6, 1)))
                .isTrue();
        assertThat(fits(Storage.PARTS, INPUT)).isTrue();
        assertThat(fits(Storage.PARTS, Shape.of(1, 2, 4), Shape.of(1, 2, 4))).isFalse();
        assertThat(fits(Storage.PARTS, Shape.of(1, 2, 4), Shape.of(1, 6, 4))).isFalse();
        assertThat(fits(Storage.PARTS, Shape.of(1, 3, 4), Shape.of(1, 6, 2))).isFalse();
        assertThat(fits(Storage.PARTS, Shape.of(1, 12), Shape.of(1, 12))).isFalse();
        assertThat(fits(Storage.PARTS, Shape.of(1), Shape.of(1, 6, 4))).isFalse();
    }
}
