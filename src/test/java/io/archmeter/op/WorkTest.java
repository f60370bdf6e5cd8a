package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class WorkTest {
    private static final Formula TWO = Formula.of(2);
    private static final Formula THREE = Formula.of(3);

    @Test
    void kindsOfOperationsStandInTheOrderOfTheirEnum() {
        Work work = Work.NONE.and(ElementaryOperation.POWER, TWO).and(ElementaryOperation.ADD, THREE);
        assertThat(work.others())
                .containsExactly(entry(ElementaryOperation.ADD, THREE), entry(ElementaryOperation.POWER, TWO));
    }

    @Test
    void whatIsCountedTwiceIsAdded() {
        Work work = Work.NONE.and(ElementaryOperation.ADD, TWO).and(ElementaryOperation.ADD, THREE);
        assertThat(work.others().get(ElementaryOperation.ADD).text()).isEqualTo("2 + 3");
    }

    @Test
    void multiplyAddsWithoutPaddingAllFallOnTheInput() {
        Work work = Work.multiplyAdds(THREE);
        assertThat(work.multiplyAdds()).isEqualTo(THREE);
        assertThat(work.effectiveMultiplyAdds()).isEqualTo(THREE);
        assertThat(work.others()).isEmpty();
    }

    @Test
    void workStaysAsItIs() {
        Work work = Work.NONE.and(ElementaryOperation.ADD, TWO);
        work.and(ElementaryOperation.ADD, THREE);
        assertThat(work.others()).containsExactly(entry(ElementaryOperation.ADD, TWO));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> work.others().put(ElementaryOperation.ADD, THREE));
    }

    @Test
    void aKindOfOperationIsWrittenInLowerCase() {
        assertThat(ElementaryOperation.EXPONENTIAL).hasToString("exponential");
    }
}
