package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import io.archmeter.verify.Progress;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a verification looks; the numbers are those of VerifierTest. */
class VerifyDocumentTest {
    @Test
    void whatIsEqualHasASign() {
        assertThat(Written.text(VerifyDocument.of(List.of(Verified.FINE)), 100)).isEqualTo("""
                predicted beside observed, layer by layer
                batch 1, dtype float32, seed 0

                small on 1×2×5×4
                layer    operator     output  weights  multiply-adds  executed  + padded  bytes held
                ────────────────────────────────────────────────────────────────────────────────────
                conv     conv      1×3×3×3 =     39 =          324 =       252        72       268 =
                relu     relu      1×3×3×3 =      0 =            0 =         0         0       108 =
                flatten  flatten      1×27 =      0 =            0 =         0         0       108 =
                fc       linear        1×7 =    196 =          189 =       189         0       136 =
                ────────────────────────────────────────────────────────────────────────────────────
                total                           235 =          513 =       441        72       268 =

                =: observed exactly as predicted
                weights: elements of parameters and buffers; observed: those that the layer made when it ran
                executed: the multiply-adds that the layer did
                + padded: those on padding, which it left out
                bytes held: all tensors that are needed while the layer runs; of all layers together, the most
                small: 4 layers in an arena of 268 bytes, predicted = observed
                """);
    }

    @Test
    void aFastRunShowsWhatWasMultiplied() {
        Verifier.Options fast = new Verifier.Options(0, 1, false, true);
        assertThat(Written.text(
                        VerifyDocument.of(List.of(
                                Verifier.verify(NetworkFacts.of(Verified.SMALL, DType.FLOAT32), fast, Progress.NONE))),
                        120))
                .contains("""
                layer        operator      output  weights  multiply-adds  executed  + padded  bytes held  multiplied
                ─────────────────────────────────────────────────────────────────────────────────────────────────────
                conv + relu  conv+relu  1×3×3×3 =     39 =          324 =       252        72       268 =         324
                flatten      flatten       1×27 =      0 =            0 =         0         0       108 =           0
                """)
                .contains("\nmultiplied: the multiplications that were done; ", "\na + b: layers that ran as one, ")
                .endsWith("""

                small: 4 layers that ran as 3 in an arena of 268 bytes, predicted = observed; output as by the definition
                """);
    }

    @Test
    void programsAreToldWhichLayersRanAsOne() {
        Verifier.Options fast = new Verifier.Options(0, 1, false, true);
        Verification small = Verifier.verify(NetworkFacts.of(Verified.SMALL, DType.FLOAT32), fast, Progress.NONE);
        assertThat(Written.as(Format.JSON, VerifyDocument.of(List.of(small))))
                .contains("\"layers\": [\"conv\", \"relu\"]", "\"layers\": [\"flatten\"]");
    }

    @Test
    void whatDiffersHasBothNumbersAndWhatDidNotRunHasNone() {
        assertThat(Written.text(VerifyDocument.of(List.of(Verified.STOPPED)), 120))
                .contains("""
                layer    operator             output  weights  multiply-adds  executed  + padded  bytes held
                ────────────────────────────────────────────────────────────────────────────────────────────
                conv     conv              1×3×3×3 =     39 =          324 =       252        72       268 =
                relu     relu      1×3×3×4 ≠ 1×3×3×3      0 =            0 ?                           252 ?
                flatten  flatten              1×27 ?      0 ?            0 ?                           144 ?
                fc       linear                1×7 ?    196 ?          189 ?                           172 ?
                ────────────────────────────────────────────────────────────────────────────────────────────
                total                                   235 ?          513 ?                           268 ?
                """)
                .endsWith("""

                relu: output: 1x3x3x4 predicted, 1x3x3x3 observed
                small: predicted ≠ observed in relu
                """);
        assertThat(Written.ascii(VerifyDocument.of(List.of(Verified.STOPPED))))
                .contains(" 1x3x3x4 != 1x3x3x3 ", "small: predicted != observed in relu\n");
    }

    @Test
    void eachModelHasASection() {
        assertThat(Written.text(VerifyDocument.of(List.of(Verified.FINE, Verified.STOPPED)), 120))
                .contains("\nsmall on 1×2×5×4\n", "predicted = observed\n", "predicted ≠ observed in relu\n");
        assertThat(Written.as(Format.MARKDOWN, VerifyDocument.of(List.of(Verified.FINE))))
                .contains(
                        "\n### small on 1×2×5×4\n", "\n| conv | conv | 1×3×3×3 = | 39 = | 324 = | 252 | 72 | 268 = |\n")
                .contains("| **total** | | | **235 =** | **513 =** | **441** | **72** | **268 =** |\n");
    }

    @Test
    void aRowOfCsvHasEachQuantityTwice() {
        assertThat(Written.as(Format.CSV, VerifyDocument.of(List.of(Verified.STOPPED))))
                .isEqualTo("""
                model,layer,operator,output,observed_output,storage,observed_storage,weights,observed_weights,\\
                multiply_adds,effective_multiply_adds,executed_multiply_adds,padded_taps,output_bytes,observed_output_bytes,\\
                held_bytes,observed_held_bytes,equal
                small,conv,conv,1x3x3x3,1x3x3x3,own,own,39,39,324,252,252,72,108,108,268,268,true
                small,relu,relu,1x3x3x4,1x3x3x3,in_place,in_place,0,0,0,0,,,144,,252,,false
                small,flatten,flatten,1x27,,view,,0,,0,0,,,108,,144,,
                small,fc,linear,1x7,,own,,196,,189,189,,,28,,172,,
                """.replace("\\\n", "").replace("\n", "\r\n"));
    }

    @Test
    void jsonHasTheTotalsOfEachModel() {
        assertThat(Written.as(Format.JSON, VerifyDocument.of(List.of(Verified.FINE))))
                .contains("""
                  "seed": 0,
                  "models": [{
                    "model": "small",
                    "title": "",
                    "input": [1, 2, 5, 4],
                    "arena_bytes": 268,
                    "observed_arena_bytes": 268,
                    "equal": true,
                    "layers": [{
                      "layer": "conv",
                      "operator": "conv",
                      "output": [1, 3, 3, 3],
                      "observed_output": [1, 3, 3, 3],
                """)
                .endsWith("""
                    "totals": {
                      "weights": 235,
                      "observed_weights": 235,
                      "multiply_adds": 513,
                      "effective_multiply_adds": 441,
                      "executed_multiply_adds": 441,
                      "padded_taps": 72,
                      "held_bytes": 268,
                      "observed_held_bytes": 268
                    }
                  }]
                }
                """);
        assertThat(Written.as(Format.JSON, VerifyDocument.of(List.of(Verified.STOPPED))))
                .contains("\"observed_output\": null", "\"equal\": null", "\"equal\": false");
    }
}
