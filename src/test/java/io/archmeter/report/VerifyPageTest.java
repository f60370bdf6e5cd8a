package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.picture.Agreement;
import io.archmeter.report.picture.Agreement.Mark;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.writer.Written;
import io.archmeter.verify.Planted;
import io.archmeter.verify.Progress;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The convolution puts out 3·3·3 elements with windows of 2·3·2 taps: 324, of which 72 fall on padding. */
class VerifyPageTest {
    private static final Graph SMALL = WrittenModel.of("""
            name: small
            input: [2, 5, 4]
            layers:
              conv: {conv: 3, kernel: [3, 2], stride: [2, 1], padding: [1, 0, 1, 0]}
              relu: relu
              flatten: flatten
              fc: {linear: 7}
            """).graph();

    private static final Verification FINE = verify(SMALL);

    /** Its relu is said to put out 36 elements, which flatten passes on, and puts out 27. */
    private static final Verification STOPPED = verify(Planted.output(SMALL, "relu", 1, 3, 3, 4));

    private static Verification verify(Graph graph) {
        return Verifier.verify(NetworkFacts.of(graph, DType.FLOAT32), Verifier.Options.DEFAULT, Progress.NONE);
    }

    private static Agreement picture(Verification model) {
        return (Agreement) VerifyPage.of(List.of(model)).pictures().get(0);
    }

    @Test
    void aLayerShowsWhatItDidAndThatItWasPredicted() {
        Agreement.Layer conv = picture(FINE).layers().get(0);
        assertThat(conv.executed().exact()).isEqualTo(252);
        assertThat(conv.padded().exact()).isEqualTo(72);
        assertThat(conv.marks()).hasSize(7).containsOnly(Mark.EQUAL);
        assertThat(picture(FINE).most()).isEqualTo(324);
        assertThat(picture(FINE).summary()).isEqualTo("No layer of 4 differs");
    }

    /** Unknown is not zero: what did not run has marks of its own. */
    @Test
    void whatDiffersAndWhatDidNotRunAreToldApart() {
        Agreement stopped = picture(STOPPED);
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
        Document page = VerifyPage.of(List.of(STOPPED));
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
        assertThat(VerifyPage.of(List.of(FINE, STOPPED)).pictures().stream().map(Picture::name))
                .containsExactly("agreement-1", "agreement-2");
    }
}
