package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.value.PlainValue;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArgumentTest {
    private static final Argument<Long> FEATURES =
            Argument.count("features", "how many").asUsual();
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether").or(true);
    private static final Argument<PerAxis> STRIDE =
            Argument.perAxis("stride", "steps").orDerived();

    @Test
    void anArgumentIsRequiredUnlessItSaysOtherwise() {
        assertThat(FEATURES.required()).isTrue();
        assertThat(BIAS.required()).isFalse();
        assertThat(STRIDE.required()).isFalse();
    }

    @Test
    void whatIsNotWrittenIsTheFallback() {
        Arguments given = new Arguments();
        assertThat(given.get(BIAS)).isTrue();
        given.put(BIAS, new PlainValue.Flag(false));
        assertThat(given.get(BIAS)).isFalse();
    }

    @Test
    void whatIsDerivedIsEmptyUntilItIsWritten() {
        Arguments given = new Arguments();
        assertThat(given.find(STRIDE)).isEmpty();
        given.put(STRIDE, PlainValue.Num.of(2));
        assertThat(given.find(STRIDE)).contains(PerAxis.of(2));
    }

    @Test
    void aRequiredArgumentHasBeenAskedForBefore() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new Arguments().get(FEATURES));
    }

    @Test
    void aFallbackIsWrittenAsInASpec() {
        assertThat(BIAS.fallbackText()).contains("true");
        assertThat(Window.PADDING.fallbackText()).contains("0");
        assertThat(Window.STRIDE.fallbackText()).contains("1");
        assertThat(Pooling.ROUNDING.fallbackText()).contains("false");
        assertThat(Argument.number("eps", "what is added").or(1e-5).fallbackText())
                .contains("1.0e-5");
        assertThat(FEATURES.fallbackText()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRoundingIsReadFromWhatItIsWrittenAs(Rounding rounding) {
        assertThat(Pooling.ROUNDING.read(Written.value(rounding.toString()))).isEqualTo(rounding);
    }

    @Test
    void numbersPerAxisAreWrittenAsInASpec() {
        assertThat(PerAxis.of(3)).hasToString("3");
        assertThat(new PerAxis(List.of(1, 7))).hasToString("[1, 7]");
        assertThat(Padding.NONE).hasToString("0");
        assertThat(new Padding.Explicit(List.of(1, 2, 3, 4))).hasToString("[1, 2, 3, 4]");
        assertThat(new Padding.Same()).hasToString("same");
    }

    @Test
    void oneNumberStandsForAllAxes() {
        assertThat(PerAxis.of(3).get(2)).isEqualTo(3);
        assertThat(new PerAxis(List.of(1, 7)).get(1)).isEqualTo(7);
    }

    @Test
    void aPaddingIsOneForAllSidesOneAnAxisOrOneASide() {
        Padding.Explicit all = new Padding.Explicit(List.of(5));
        assertThat(List.of(all.begin(1), all.end(1, 2))).containsExactly(5, 5);
        Padding.Explicit axes = new Padding.Explicit(List.of(5, 6));
        assertThat(List.of(axes.begin(0), axes.end(0, 2), axes.begin(1), axes.end(1, 2)))
                .containsExactly(5, 5, 6, 6);
        Padding.Explicit sides = new Padding.Explicit(List.of(5, 6, 7, 8));
        assertThat(List.of(sides.begin(0), sides.end(0, 2), sides.begin(1), sides.end(1, 2)))
                .containsExactly(5, 7, 6, 8);
        Padding.Explicit sidesOfOneAxis = new Padding.Explicit(List.of(5, 6));
        assertThat(List.of(sidesOfOneAxis.begin(0), sidesOfOneAxis.end(0, 1))).containsExactly(5, 6);
    }
}
