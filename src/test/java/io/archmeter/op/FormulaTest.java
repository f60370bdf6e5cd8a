package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Formula LARGEST = Formula.of(Long.MAX_VALUE);

    private static Formula of(long count) {
        return Formula.of(count);
    }

    private static void check(Formula formula, String text, long value) {
        assertThat(formula.text()).isEqualTo(text);
        assertThat(formula.value()).as(text).isEqualTo(value);
        assertThat(FormulaText.evaluate(text)).as(text).isEqualTo(value);
    }

    @Test
    void aCountIsItself() {
        check(of(23296), "23296", 23296);
        check(Formula.ZERO, "0", 0);
        check(Formula.ONE, "1", 1);
    }

    @Test
    void aProductIsWrittenWithDots() {
        check(Formula.product(64, 3, 11, 11), "64·3·11·11", 23232);
        check(Formula.elements(Shape.of(1, 64, 55, 55)), "1·64·55·55", 193600);
    }

    @Test
    void aSumOfProductsNeedsNoParentheses() {
        check(Formula.sum(Formula.product(64, 3, 11, 11), of(64)), "64·3·11·11 + 64", 23296);
    }

    @Test
    void aSumOrADifferenceStandsInParenthesesAsAFactor() {
        check(Formula.product(Formula.sum(of(2), of(3)), of(4)), "(2 + 3)·4", 20);
        check(Formula.product(of(4), Formula.difference(of(5), of(3))), "4·(5 − 3)", 8);
    }

    @Test
    void aSumOrADifferenceStandsInParenthesesWhereItIsTakenAway() {
        check(Formula.difference(of(10), Formula.sum(of(2), of(3))), "10 − (2 + 3)", 5);
        check(Formula.difference(of(10), Formula.difference(of(2), of(3))), "10 − (2 − 3)", 11);
        check(Formula.difference(of(10), Formula.product(2, 3)), "10 − 2·3", 4);
        check(Formula.difference(Formula.difference(of(10), of(2)), of(3)), "10 − 2 − 3", 5);
    }

    @Test
    void oneOfTwoHasBothValuesAndNone() {
        Formula either = Formula.either(Formula.product(2, 8, 8), of(5), new Extent.Unknown("gate"));
        assertThat(either.text()).isEqualTo("2·8·8 or 5");
        assertThat(either.values()).containsExactly(5L, 128L);
        assertThatExceptionOfType(UnknownException.class)
                .isThrownBy(either::value)
                .satisfies(thrown -> assertThat(thrown.unknown().origin()).isEqualTo("gate"));
        assertThat(Formula.product(Formula.ONE, either).values()).containsExactly(5L, 128L);
        assertThat(Formula.sum(of(1), either).text()).isEqualTo("1 + (2·8·8 or 5)");
        // 1 + 5 + 5, 1 + 5 + 128, 1 + 128 + 128
        assertThat(Formula.sum(of(1), either, either).values()).containsExactly(11L, 134L, 257L);
    }

    /** Three times one of two is not three of the same. */
    @Test
    void whatIsOneOfTwoAgainAndAgainIsNotKnown() {
        Formula either = Formula.either(of(2), of(5), new Extent.Unknown("gate"));
        assertThatExceptionOfType(UnknownException.class)
                .isThrownBy(() -> Formula.product(of(3), either).values());
        List<Formula> many = new ArrayList<>();
        for (long power = 1; power <= 64; power *= 2) {
            many.add(Formula.either(of(0), of(power), new Extent.Unknown("gate")));
        }
        assertThat(Formula.sum(many.subList(0, 6)).values()).hasSize(64);
        assertThatExceptionOfType(UnknownException.class)
                .isThrownBy(() -> Formula.sum(many).values());
    }

    @Test
    void aQuotientStandsInTheBracketsOfItsRounding() {
        check(Formula.floor(of(7), 2), "⌊7 / 2⌋", 3);
        check(Formula.ceil(of(7), 2), "⌈7 / 2⌉", 4);
        check(Formula.ceil(of(8), 2), "⌈8 / 2⌉", 4);
        check(Formula.floor(Formula.product(3, 3), 2), "⌊3·3 / 2⌋", 4);
        check(Formula.product(Formula.floor(of(7), 2), of(5)), "⌊7 / 2⌋·5", 15);
    }

    @Test
    void aConvolutionExplainsItsExtent() {
        Formula room = Formula.difference(Formula.sum(of(224), Formula.product(2, 3)), of(7));
        check(Formula.sum(Formula.floor(room, 2), Formula.ONE), "⌊(224 + 2·3 − 7) / 2⌋ + 1", 112);
    }

    @Test
    void aNegativeDividendIsRoundedInTheSameDirection() {
        check(Formula.floor(Formula.difference(of(2), of(3)), 2), "⌊(2 − 3) / 2⌋", -1);
        check(Formula.ceil(Formula.difference(of(2), of(3)), 2), "⌈(2 − 3) / 2⌉", 0);
        assertThat(Formula.ceil(of(Long.MIN_VALUE), 2).value()).isEqualTo(-4611686018427387904L);
        assertThat(Formula.floor(of(Long.MIN_VALUE), 2).value()).isEqualTo(-4611686018427387904L);
    }

    @Test
    void nothingIsDividedByLessThanOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.floor(of(7), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.ceil(of(7), -2));
    }

    @Test
    void nothingTimesAndNothingAddedAreOneAndZero() {
        check(Formula.product(List.of()), "1", 1);
        check(Formula.elements(Shape.of()), "1", 1);
        check(Formula.sum(List.of()), "0", 0);
    }

    /** What is not known, times nothing, is nothing. */
    @Test
    void theElementsOfATensorAreNotKnownUnlessThereAreNone() {
        Shape unknown = Shape.of(2, 3, 4).with(1, new Extent.Unknown("tokens"));

        assertThat(Formula.elements(unknown).text()).isEqualTo("2·?·4");
        assertThatExceptionOfType(UnknownException.class).isThrownBy(Formula.elements(unknown)::value);
        assertThat(Formula.elements(unknown.with(2, 0)).value()).isZero();
    }

    @Test
    void equalFormulasAreEqual() {
        assertThat(Formula.floor(of(7), 2)).isEqualTo(Formula.floor(of(7), 2)).isNotEqualTo(Formula.ceil(of(7), 2));
        assertThat(Formula.sum(of(1), of(2))).isEqualTo(Formula.sum(List.of(of(1), of(2))));
    }

    @Test
    void aValueOfMoreThanSixtyFourBitsIsNone() {
        Stream.of(
                        Formula.product(LARGEST, of(2)),
                        Formula.sum(LARGEST, of(1)),
                        Formula.difference(of(Long.MIN_VALUE), of(1)),
                        Formula.floor(Formula.product(LARGEST, of(2)), 2))
                .forEach(formula ->
                        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(formula::value));
    }

    @Test
    void everyTextIsWorthTheValueBesideIt() {
        Random random = new Random(64_3_11_11);
        for (int i = 0; i < 2_000; i++) {
            Formula formula = drawn(random, 4);
            assertThat(FormulaText.evaluate(formula.text())).as(formula.text()).isEqualTo(formula.value());
        }
    }

    private static Formula drawn(Random random, int depth) {
        if (depth == 0) {
            return of(random.nextInt(10));
        }
        Formula left = drawn(random, depth - 1);
        Formula right = drawn(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> Formula.sum(left, right);
            case 1 -> Formula.difference(left, right);
            case 2 -> Formula.product(left, right);
            case 3 -> Formula.floor(left, 1 + random.nextInt(5));
            case 4 -> Formula.ceil(left, 1 + random.nextInt(5));
            default -> left;
        };
    }
}
