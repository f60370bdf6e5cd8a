package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.picture.Agreement;
import io.archmeter.report.picture.Agreement.Mark;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.writer.Written;
import io.archmeter.verify.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The convolution puts out 3·3·3 elements with windows of 2·3·2 taps: 324, of which 72 fall on padding. */
class VerifyPageTest {
    private static Agreement picture(Verification model) {
        return (Agreement) VerifyPage.of(List.of(model)).pictures().get(0);
    }

    @Test
    void aLayerShowsWhatItDidAndThatItWasPredicted() {
        Agreement.Layer conv = picture(Verified.FINE).layers().get(0);
        assertThat(conv.executed().exact()).isEqualTo(252);
        assertThat(conv.padded().exact()).isEqualTo(72);
        assertThat(conv.marks()).hasSize(7).containsOnly(Mark.EQUAL);
        assertThat(picture(Verified.FINE).most()).isEqualTo(324);
        assertThat(picture(Verified.FINE).summary()).isEqualTo("No layer of 4 differs");
    }

    /** Unknown is not zero: what did not run has marks of its own. */
    @Test
    void whatDiffersAndWhatDidNotRunAreToldApart() {
        Agreement stopped = picture(Verified.STOPPED);
        assertThat(stopped.layers().stream().map(Agreement.Layer::name))
                .containsExactly("conv", "relu", "flatten", "fc");
        assertThat(stopped.layers().get(0).marks()).containsOnly(Mark.EQUAL);
        assertThat(stopped.layers().get(1).marks().get(0)).isEqualTo(Mark.DIFFERS);
        assertThat(stopped.layers().get(3).marks()).containsOnly(Mark.NOT_RUN);
        assertThat(stopped.layers().get(3).executed().words()).isEqualTo("not known");
        assertThat(stopped.summary()).isEqualTo("1 of 4 layers differ: relu");
    }

    @Test
    void theVerdictStandsFirstAndSoDoesWhatDiffers() {
        Document page = VerifyPage.of(List.of(Verified.STOPPED));
        assertThat(page.remarks().stream().map(Detail.Remark::caption))
                .containsExactly(
                        "small: predicted ≠ observed in relu", "relu: output: 1x3x3x4 predicted, 1x3x3x3 observed");
        assertThat(page.table().sections().get(0).rows().stream().map(row -> ((Cell.Text) row.cell(0)).text()))
                .containsExactly("relu", "conv", "flatten", "fc");
        assertThat(Written.as(Format.HTML, page))
                .contains(
                        "<div class=\"remark bad\"><p><span class=\"unseen\">problem: </span>small: predicted ≠ observed");
    }

    @Test
    void ofSeveralModelsPicturesHaveNumbers() {
        assertThat(VerifyPage.of(List.of(Verified.FINE, Verified.STOPPED)).pictures().stream()
                        .map(Picture::name))
                .containsExactly("agreement-1", "agreement-2");
    }
}
