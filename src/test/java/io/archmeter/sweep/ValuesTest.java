package io.archmeter.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values by their numbers. */
class ValuesTest {
    private static final Values KERNELS = Values.of(PlainValue.Num.of(3), PlainValue.Num.of(5));

    private static List<String> all(Values values) {
        List<String> all = new ArrayList<>();
        for (int number = 0; number < values.size().intValueExact(); number++) {
            all.add(PointText.of(values.get(BigInteger.valueOf(number))));
        }
        return all;
    }

    @Test
    void aRangeEndsAtItsLastStepThatIsNotBeyondTheLastNumber() {
        assertThat(all(new Values.Range(Rational.of(16), Rational.of(41), Rational.of(8))))
                .containsExactly("16", "24", "32", "40");
        assertThat(all(new Values.Range(Rational.of(7), Rational.of(7), Rational.of(8))))
                .containsExactly("7");
        Rational half = Rational.of(1).over(Rational.of(2));
        assertThat(all(new Values.Range(half, Rational.of(2), half))).containsExactly("0.5", "1", "1.5", "2");
    }

    @Test
    void ofAProductTheLastElementChangesFirst() {
        assertThat(all(new Values.Product(
                        List.of(KERNELS, Values.of(new PlainValue.Text("a"), new PlainValue.Text("b"))))))
                .containsExactly("[3, a]", "[3, b]", "[5, a]", "[5, b]");
    }

    @Test
    void listsOfSeveralLengthsFollowEachOther() {
        assertThat(all(new Values.Union(List.of(Values.lists(KERNELS, 1), Values.lists(KERNELS, 2)))))
                .containsExactly("[3]", "[5]", "[3, 3]", "[3, 5]", "[5, 3]", "[5, 5]");
    }

    /** Cai et al. 2020, arXiv:1908.09791, section 3.2: ((3×3)² + (3×3)³ + (3×3)⁴)⁵ ≈ 2·10¹⁹; 81 + 729 + 6,561 = 7,371. */
    @Test
    void moreThanAnybodyCouldListAreCounted() {
        Values nine = new Values.Product(List.of(
                new Values.Range(Rational.of(1), Rational.of(3), Rational.of(1)),
                new Values.Range(Rational.of(1), Rational.of(3), Rational.of(1))));
        Values unit = new Values.Union(List.of(Values.lists(nine, 2), Values.lists(nine, 3), Values.lists(nine, 4)));
        assertThat(unit.size()).isEqualTo(7371);
        Values all = Values.lists(unit, 5);
        assertThat(all.size()).isEqualTo(new BigInteger("21758655492572485851"));
        assertThat(PointText.of(all.get(all.size().subtract(BigInteger.ONE))))
                .startsWith("[[[3, 3], [3, 3], [3, 3], [3, 3]], ");
    }
}
