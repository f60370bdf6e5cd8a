package io.archmeter.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class PolynomialSearchTest {
    private static final Variable NUMBER = new Variable("n", "number", 10, 1, 1);

    private static PolynomialSearch search(LongUnaryOperator figure, Reach reach, int mostDegree) {
        return new PolynomialSearch(
                List.of(NUMBER),
                List.of(reach),
                point -> OptionalLong.of(figure.applyAsLong(point.get(0))),
                mostDegree);
    }

    private static Reach open() {
        return new Reach(NUMBER.first(), 100, false);
    }

    @Test
    void theDegreeIsFound() {
        Fitted found = search(n -> 3 * n * n + 4, open(), 6).aroundBase().orElseThrow();
        assertThat(found.points()).isEqualTo(3);
        assertThat(found.checked()).isGreaterThan(PolynomialSearch.FORETOLD);
        assertThat(found.polynomial().terms()).hasSize(2);
        assertThat(found.domain()).containsExactly(new Fitted.Range(1, OptionalLong.empty(), 110));
    }

    @Test
    void aHigherDegreeThanIsLookedForIsNone() {
        assertThat(search(n -> n * n * n, open(), 2).aroundBase()).isEmpty();
    }

    /** 2·n from 7 on, and 9 at 6: the search begins at 10 and has to look down to see where it ends. */
    @Test
    void itIsSaidFromWhereItHolds() {
        Fitted found = search(n -> n < 7 ? 9 : 2 * n, open(), 6).aroundBase().orElseThrow();
        assertThat(found.domain().get(0).from()).isEqualTo(7);
        assertThat(search(n -> n > 50 ? 9 : 2 * n, open(), 6)
                        .aroundBase()
                        .orElseThrow()
                        .domain())
                .containsExactly(new Fitted.Range(1, OptionalLong.of(50), 50));
    }

    /** Rounding of halves is no polynomial in steps of one, however it begins. */
    @Test
    void whatRoundsIsNoPolynomial() {
        assertThat(search(n -> n / 2 * 5, open(), 6).aroundBase()).isEmpty();
        assertThat(search(n -> 0, open(), 6)
                        .aroundBase()
                        .orElseThrow()
                        .polynomial()
                        .isConstant())
                .isTrue();
    }

    /** There is no network above 12: its four points lie below, from 7 on. */
    @Test
    void pointsAreTakenFromBelowWhereThereAreNoneAbove() {
        Fitted found =
                search(n -> 2 * n, new Reach(-9, 2, true), 1).aroundBase().orElseThrow();
        assertThat(found.domain()).containsExactly(new Fitted.Range(1, OptionalLong.of(12), 12));
    }

    @Test
    void twoVariablesAreOneProduct() {
        Variable other = new Variable("m", "other", 4, 4, 1);
        Fitted found = new PolynomialSearch(
                        List.of(NUMBER, other),
                        List.of(open(), new Reach(0, 50, false)),
                        point -> OptionalLong.of(point.get(0) * point.get(1) / 4 + point.get(1) * point.get(1)),
                        6)
                .aroundBase()
                .orElseThrow();
        assertThat(found.points()).isEqualTo(6);
        assertThat(found.polynomial().terms())
                .extracting(term -> term.coefficient().fraction() + " " + term.powers())
                .containsExactly("1/4 [1, 1]", "1 [0, 2]");
    }

    /** 100 + 5·n up to 6, where 20·n takes over. */
    @Test
    void aPeakIsTheLargestOfSeveralSums() {
        Variable batch = new Variable("N", "batch", 1, 1, 1);
        List<Fitted> pieces = Piecewise.of(
                batch,
                new Reach(0, 4_096, false),
                point -> OptionalLong.of(Math.max(100 + 5 * point.get(0), 20 * point.get(0))),
                2);
        assertThat(pieces)
                .extracting(piece -> piece.domain().get(0))
                .containsExactly(
                        new Fitted.Range(1, OptionalLong.of(6), 6), new Fitted.Range(7, OptionalLong.empty(), 4_097));
    }

    /** 50 at 1, then 30·n: a piece of one value. */
    @Test
    void aValueMayStandAlone() {
        List<Fitted> pieces = Piecewise.of(
                new Variable("N", "batch", 1, 1, 1),
                new Reach(0, 100, false),
                point -> OptionalLong.of(Math.max(50, 30 * point.get(0))),
                2);
        assertThat(pieces).extracting(piece -> piece.domain().get(0).from()).containsExactly(1L, 2L);
        assertThat(pieces.get(0).checked()).isZero();
    }

    @Test
    void whatIsNoPolynomialAnywhereHasNoPieces() {
        assertThat(Piecewise.of(
                        new Variable("N", "batch", 1, 1, 1),
                        new Reach(0, 100, false),
                        point -> OptionalLong.of(point.get(0) % 3),
                        2))
                .isEmpty();
    }

    @Test
    void whatHoldsIsFollowedToItsEnd() {
        assertThat(Reach.of(0, -100, 100, number -> number >= -7 && number <= 33))
                .isEqualTo(new Reach(-7, 33, true));
        assertThat(Reach.of(0, 0, 100, number -> true)).isEqualTo(new Reach(0, 100, false));
        for (long end = 0; end <= 64; end++) {
            long last = end;
            assertThat(Reach.farthest(64, number -> number <= last)).isEqualTo(end);
        }
    }
}
