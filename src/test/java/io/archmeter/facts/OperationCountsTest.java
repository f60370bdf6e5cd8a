package io.archmeter.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.op.ElementaryOperation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationCountsTest {
    @Test
    void areAMapInTheOrderOfTheirKinds() {
        OperationCounts counts = OperationCounts.of(Map.of(ElementaryOperation.SINE, 7L, ElementaryOperation.ADD, 3L));

        assertThat(counts).hasToString("{add=3, sine=7}").hasSize(2);
        assertThat(counts.get(ElementaryOperation.SINE)).isEqualTo(7);
        assertThat(counts).isEqualTo(Map.of(ElementaryOperation.ADD, 3L, ElementaryOperation.SINE, 7L));
    }

    @Test
    void aKindThatDoesNotOccurIsNoKeyAndOneOfWhichThereAreNoneIs() {
        OperationCounts counts = OperationCounts.of(Map.of(ElementaryOperation.ADD, 0L));

        assertThat(counts).containsOnlyKeys(ElementaryOperation.ADD);
        assertThat(counts.getOrDefault(ElementaryOperation.POWER, -1L)).isEqualTo(-1);
        assertThat(OperationCounts.NONE).isEmpty();
    }

    /** 1 + 4 adds, and of the other kinds what one of both has. */
    @Test
    void areAddedKindByKind() {
        OperationCounts.Sum sum = new OperationCounts.Sum();
        sum.add(OperationCounts.of(Map.of(ElementaryOperation.ADD, 1L, ElementaryOperation.COMPARE, 2L)));
        sum.add(OperationCounts.of(Map.of(ElementaryOperation.ADD, 4L, ElementaryOperation.DIVIDE, 8L)));

        assertThat(sum.counts()).hasToString("{add=5, divide=8, compare=2}");
        assertThat(sum.counts().ofAllKinds()).isEqualTo(15);
    }

    @Test
    void aSumThatALongDoesNotHoldIsNone() {
        OperationCounts most = OperationCounts.of(Map.of(ElementaryOperation.ADD, Long.MAX_VALUE));
        OperationCounts.Sum sum = new OperationCounts.Sum();
        sum.add(most);

        assertThatThrownBy(() -> sum.add(most)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(OperationCounts.of(
                        Map.of(ElementaryOperation.ADD, Long.MAX_VALUE, ElementaryOperation.DIVIDE, 1L))::ofAllKinds)
                .isInstanceOf(ArithmeticException.class);
    }
}
