package io.archmeter.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final int MANY = 100_000;

    /** Each of so many sums with a list of its own would be 5,000,050,000 names. */
    @Test
    void sumsShareTheNamesOfTheSumsBefore() {
        List<Amount> sums = new ArrayList<>();
        Amount sum = Amount.ZERO;
        for (int layer = 0; layer < MANY; layer++) {
            sum = sum.plus(new Amount(1, List.of("layer" + layer)));
            sums.add(sum);
        }
        assertThat(sums.get(1)).isEqualTo(new Amount(2, List.of("layer0", "layer1")));
        assertThat(sum.atLeast()).isEqualTo(MANY);
        assertThat(sum.origins()).hasSize(MANY).startsWith("layer0", "layer1").endsWith("layer99999");
    }

    /** Two sums go on from one, and neither sees the names of the other. */
    @Test
    void sumsThatBeginAlikeAreApart() {
        Amount both = new Amount(1, List.of("a")).plus(new Amount(1, List.of("b")));
        Amount one = both.plus(new Amount(1, List.of("c", "a")));
        Amount other = both.plus(new Amount(1, List.of("d")));

        assertThat(both.origins()).containsExactly("a", "b");
        assertThat(one.origins()).containsExactly("a", "b", "c");
        assertThat(other.origins()).containsExactly("a", "b", "d");
    }
}
