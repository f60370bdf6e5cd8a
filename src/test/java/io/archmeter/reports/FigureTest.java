package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Printed.about;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Reason.cutOff;
import static io.archmeter.reports.Reason.ofRounded;
import static io.archmeter.reports.Reason.wrong;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.K;
import static io.archmeter.reports.Unit.KIB;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.MB;
import static io.archmeter.reports.Unit.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Quantity VGG = Quantity.of(51_015_584); // bytes, 48.652… MB

    @Test
    void aHalfIsRoundedUp() {
        assertThat(figure("254", KIB, Quantity.of(259_584)).agrees()).isTrue(); // 253.5 KiB
        assertThat(figure("253", KIB, Quantity.of(259_584)).agrees()).isFalse();
        assertThat(figure("253", KIB, Quantity.of(259_583)).agrees()).isTrue();
    }

    @Test
    void zerosBehindThePointAreDigits() {
        assertThat(figure("28.80", M, Quantity.of(28_801_512)).agrees()).isTrue();
        assertThat(figure("28.80", M, Quantity.of(28_806_000)).agrees()).isFalse();
        assertThat(figure("28.8", M, Quantity.of(28_806_000)).agrees()).isTrue();
    }

    @Test
    void zerosBeforeThePointAreDigitsUnlessTheFigureIsAboutSomething() {
        assertThat(figure("800", K, Quantity.of(802_816)).agrees()).isFalse();
        assertThat(figure(about("800", K), Quantity.of(802_816)).agrees()).isTrue();
        assertThat(figure(about("800", K), Quantity.of(850_000)).agrees()).isFalse();
        assertThat(figure(about("0", K), Quantity.of(0)).agrees()).isTrue();
    }

    @Test
    void aRatioIsComparedWithoutRoundingItFirst() {
        Quantity ratio = Quantity.of(13_620_576_256L).per(Quantity.of(716_767_232));

        assertThat(figure("19.0", TIMES, ratio).agrees()).isTrue();
        assertThat(figure("19.4", TIMES, ratio).agrees()).isFalse();
    }

    @Test
    void aFigureThatDoesNotAgreeNeedsAReason() {
        assertThat(figure("145", M, Quantity.of(149_520_384)).faults())
                .containsExactly("145 M against 149,520,384 does not agree, and no reason is given");
        assertThat(figure("145", M, Quantity.of(149_520_384))
                        .because(wrong("a slip"))
                        .faults())
                .isEmpty();
    }

    @Test
    void aFigureThatAgreesMayNotBeCalledWrong() {
        assertThat(figure("150", M, Quantity.of(149_520_384))
                        .because(wrong("a slip"))
                        .faults())
                .containsExactly("150 M against 149,520,384 agrees, but a reason is given why not");
    }

    @Test
    void aReasonNeedsAPrintedFigure() {
        assertThat(ours(VGG, MB, 1).because(wrong("a slip")).faults())
                .containsExactly("a reason without a printed figure");
        assertThat(ours(VGG, MB, 1).faults()).isEmpty();
    }

    @Test
    void whatIsCutOffIsThePrintedFigureWithMoreDigits() {
        assertThat(figure("48.6", MB, VGG).because(cutOff()).faults()).isEmpty();
        assertThat(figure("48.5", MB, VGG).because(cutOff()).faults())
                .containsExactly("48.5 MB against 51,015,584: what is said to give the printed figure does not");
    }

    @Test
    void aCountThatIsSaidToGiveThePrintedFigureGivesIt() {
        Figure conv1 = figure("37749", K, Quantity.of(37_752_832));

        assertThat(conv1.because(counting("no bias").giving(Quantity.of(37_748_736)))
                        .faults())
                .isEmpty();
        assertThat(conv1.because(counting("no bias").giving(Quantity.of(37_000_000)))
                        .faults())
                .hasSize(1);
        assertThat(figure("19.4", TIMES, Quantity.ratio("190", "10"))
                        .because(ofRounded("13.6", "0.7"))
                        .faults())
                .isEmpty();
    }

    @Test
    void oursIsShownAsTheSourceWouldAndWithMoreDigitsWhereItDiffers() {
        assertThat(figure("13.6", G, Quantity.of(13_620_576_256L)).roundedText())
                .isEqualTo("13.6 G");
        assertThat(figure("13.6", G, Quantity.of(15_470_264_320L)).roundedText())
                .isEqualTo("15.470 G");
        assertThat(figure(about("800", K), Quantity.of(802_816)).roundedText()).isEqualTo("800 k");
    }

    @Test
    void aRowAgreesIfAllItsFiguresDo() {
        Figure right = figure("1", K, Quantity.of(1000));
        Figure wrong = figure("2", K, Quantity.of(1000));
        Table table = Table.grid("layer", Table.measure("a", K), Table.measure("b", K))
                .row("both", right, right)
                .row("one", right, wrong.because(wrong("a slip")))
                .row("none printed", ours(Quantity.of(1), K, 0), ours(Quantity.of(1), K, 0));

        assertThat(table.rows()).extracting(Row::agrees).containsExactly("yes", "no: the source is wrong", "");
        assertThat(table.markdown()).isEqualTo("""
                        | layer | a (k), printed | a (k), ours | b (k), printed | b (k), ours | agrees | why |
                        | --- | ---: | ---: | ---: | ---: | --- | --- |
                        | both | 1 | 1 | 1 | 1 | yes | |
                        | one | 1 | 1 | 2 | 1 | no: the source is wrong | b: a slip |
                        | none printed | | 0.001 | | 0.001 | | |
                        """);
    }
}
