package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.analysis.Grouping;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.ListDocument;
import io.archmeter.report.Network;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.text.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {
    @Test
    void aTableHasAlignmentAndATotalInBold() {
        var one = Network.on("one", "One layer", 1, 3)
                .layer("fc_1", "linear", "features", 2)
                .model();
        assertThat(Written.as(Format.MARKDOWN, Network.analyzed(one))).isEqualTo("""
                ## one: One layer

                input 1×3, batch 1, dtype float32, inference

                | layer | operator | inputs | output | parameters | multiply-adds | effective | share | output memory | receptive field |
                | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
                | fc\\_1 | linear | 1×3 | 1×2 | 8 | 6 | 6 | 100.0% | 8 B | |
                | **total** | | | | **8** | **6** | **6** | **100.0%** | **8 B** | |

                parameters as Keras counts: total 8, trainable 8, non-trainable 0

                peak memory 20 B at fc\\_1 (linear): input 12 B (last read by fc\\_1) + fc\\_1 8 B (output)

                arena 20 B

                multiply-adds: one multiplication and one addition count as one; those on padding are included

                effective: multiply-adds without those on padding

                output memory: the outputs of all layers added up, not what is needed at one time

                peak memory: the most that the input and the outputs of layers need at one time; where a layer can write over its input, it does

                arena: the size of one buffer that the input and all outputs can share

                share: part of all multiply-adds

                receptive field: the window of the input that one element of the output sees; after the / how far it is from one window to the next
                """);
    }

    @Test
    void sectionsHaveHeadings() {
        assertThat(Written.as(
                        Format.MARKDOWN,
                        BreakdownDocument.of(List.of(Network.tiny().analyze()), Grouping.STAGE)))
                .contains("""
                ### tiny on 1×3×224×224

                | stage | layers | parameters | share | multiply-adds | share | memory | share |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | 55x55 | 3 | 23.30 k | 94.8% | 70.28 M | 100.0% | 3.0 MiB | 100.0% |
                """);
    }

    /** A backslash does not keep GitHub from telling people, or from making links of addresses and numbers; a space of no width does. */
    @Test
    void namesCallNobodyAndLeadNowhere() {
        var models =
                List.of(Listed.entry("@octocat and a@b.org", "", "www.a.org", "https://a.org #12 GH-3 a#b @ www :/"));
        assertThat(Written.as(Format.MARKDOWN, ListDocument.of(List.of(new ListDocument.Kind("", models)), List.of())))
                .contains("\n### www&#8203;.a.org\n")
                .contains("| @&#8203;octocat and a@&#8203;b.org | 3×32×48 | 1,000 | 2.00 M |"
                        + " https:&#8203;//a.org \\#&#8203;12 GH-&#8203;3 a\\#b @ www :/ |\n");
    }

    @Test
    void namesCannotBreakThePage() {
        var models = List.of(Listed.entry("a|b<b>`x`", "", "", "*a* [b](c)\n# d & $e$"));
        assertThat(Written.as(Format.MARKDOWN, ListDocument.of(models))).isEqualTo("""
                ## the models, studies and examples that come with Archmeter

                | name | input | parameters | multiply-adds | title |
                | --- | --- | ---: | ---: | --- |
                | a\\|b\\<b\\>\\`x\\` | 3×32×48 | 1,000 | 2.00 M | \\*a\\* \\[b\\](c) \\# d \\& \\$e\\$ |

                multiply-adds: one multiplication and one addition count as one; those on padding are included
                """);
    }

    @Test
    void aListHasATableForEachFamily() {
        var models = List.of(
                Listed.entry("a.yaml", "a.yaml", "", "alone"),
                Listed.entry("b.yaml#x", "b.yaml", "Of b", "one"),
                Listed.entry("b.yaml#y", "b.yaml", "Of b", "other"));
        Document list = ListDocument.of(List.of(new ListDocument.Kind("studies", models)), List.of());
        assertThat(Written.as(Format.MARKDOWN, list, Page.ENDLESS.withoutNotes()))
                .isEqualTo("""
                ## the models, studies and examples that come with Archmeter

                studies

                | name | input | parameters | multiply-adds | title |
                | --- | --- | ---: | ---: | --- |
                | a.yaml | 3×32×48 | 1,000 | 2.00 M | alone |

                ### b.yaml  Of b

                | name | input | parameters | multiply-adds | title |
                | --- | --- | ---: | ---: | --- |
                | \\#x | 3×32×48 | 1,000 | 2.00 M | one |
                | \\#y | 3×32×48 | 1,000 | 2.00 M | other |
                """);
    }
}
