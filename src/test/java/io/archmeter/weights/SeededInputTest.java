package io.archmeter.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.DType;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that a seed decides. */
class SeededInputTest {
    private static final int ELEMENTS = 10_000;

    private static Set<Float> drawn(DType type) {
        Set<Float> numbers = new TreeSet<>();
        for (float number : SeededInput.draw(1, "tokens", type, ELEMENTS)) {
            numbers.add(number);
        }
        return numbers;
    }

    /** Two's complement: four bits end at 7 with a sign and at 15 without one; a byte at 127 with a sign, where larger types end here too. */
    @ParameterizedTest
    @CsvSource({"BOOL, 1", "INT4, 7", "UINT4, 15", "INT8, 127", "UINT8, 127", "INT16, 127", "INT32, 127", "INT64, 127"})
    void typesOfWholeNumbersHaveAllFromZeroToTheirLargest(DType type, int largest) {
        Set<Float> expected = new TreeSet<>();
        for (int number = 0; number <= largest; number++) {
            expected.add((float) number);
        }
        assertThat(drawn(type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = ".*FLOAT.*", mode = EnumSource.Mode.MATCH_ALL)
    void othersHaveNumbersFromMinusOneToOne(DType type) {
        assertThat(SeededInput.draw(1, "tokens", type, ELEMENTS))
                .isEqualTo(SeededInput.draw(1, "tokens", ELEMENTS))
                .satisfies(all -> {
                    for (float number : all) {
                        assertThat(number).isBetween(-1f, 1f);
                    }
                });
    }
}
