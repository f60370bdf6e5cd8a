package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_024, 1_025, 100_000})
    void givesWhatTheIteratorGives(int size) {
        List<Integer> elements = IntStream.range(0, size).boxed().toList();

        List<Integer> read = new ArrayList<>();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(elements.iterator())) {
            ahead.forEachRemaining(read::add);
        }

        assertThat(read).isEqualTo(elements);
    }

    @Test
    void throwsWhatTheIteratorThrowsAfterAllBefore() {
        Iterator<Integer> failing = Stream.iterate(0, number -> {
                    if (number == 1_500) {
                        throw new IllegalStateException("broken");
                    }
                    return number + 1;
                })
                .iterator();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(failing)) {
            for (int i = 0; i <= 1_500; i++) {
                assertThat(ahead.next()).isEqualTo(i);
            }

            assertThatThrownBy(ahead::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
        }
    }

    /** An endless one would fill the memory, if it went on. */
    @Test
    void goesNoFartherThanSomeBatches() throws InterruptedException {
        int[] made = {0};
        ReadAhead<Integer> ahead =
                new ReadAhead<>(Stream.generate(() -> made[0]++).iterator());

        assertThat(ahead.next()).isZero();
        ahead.close();
        ahead.awaitEnd();

        assertThat(made[0]).isLessThanOrEqualTo(12 * 1_024);
    }
}
