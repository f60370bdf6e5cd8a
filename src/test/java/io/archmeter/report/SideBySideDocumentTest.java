package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.analysis.Grouping;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SideBySideDocumentTest {
    private static final Document STAGES = SideBySideDocument.of(
            List.of(Network.tiny().analyze(), Network.smaller().analyze()), Grouping.STAGE, Set.of());

    /** The same figures as one model after the other has in TextWriterTest. */
    @Test
    void belowEachFigureStandsAColumnForEachModel() {
        assertThat(Written.text(STAGES, 80)).isEqualTo("""
                where the cost sits, by stage
                input 1×3×224×224, batch 1, dtype float32, inference

                       ── parameters ──  ─ multiply-adds ─  ───── memory ─────
                stage     tiny  smaller      tiny  smaller     tiny    smaller
                ──────────────────────────────────────────────────────────────
                55x55  23.30 k  11.71 k   70.28 M  35.14 M  3.0 MiB  756.3 KiB
                head     1,290      330     1,280      320  1.0 KiB      296 B
                ──────────────────────────────────────────────────────────────
                total  24.59 k  12.04 k   70.28 M  35.14 M  3.0 MiB  756.5 KiB

                stage: layers whose outputs have the same height and width; head: layers whose
                  outputs have none
                memory: the outputs of the layers added up, not what is needed at one time
                """);
    }

    @Test
    void barsCanBeComparedAcrossModels() {
        assertThat(Written.as(Format.TEXT, STAGES))
                .contains("\n55x55  23.30 k  ████████  11.71 k  ████   70.28 M  ████████  35.14 M  ████ ")
                .contains("\nbars: their lengths can be compared across models\n");
    }

    @Test
    void figuresThatThereIsNoRoomForLeaveTogetherAndAreNamed() {
        assertThat(Written.text(STAGES, 44))
                .contains("\n       ── parameters ──  ─ multiply-adds ─\n", "\nno room for: memory; a terminal of ");
        assertThat(Written.text(STAGES, 40))
                .contains("\n       ─ multiply-adds ─\n", "\nno room for: parameters, memory;");
    }

    /** A layer has one name where all models call it so, and else a name for each. */
    @Test
    void layersHaveTheNamesOfTheirModels() {
        var one =
                Network.on("one", "", 1, 3).layer("fc", "linear", "features", 2).layer("act", "relu");
        var other = Network.on("other", "", 1, 3).layer("fc", "linear", "features", 4);
        var called = Network.on("called", "", 1, 3).layer("head", "linear", "features", 5);

        assertThat(layers(one, other)).contains("\nlayer  operator ", "\nfc     linear ", "\nact    relu ");
        assertThat(layers(one, called))
                .contains(
                        "\n─── layer ───            ",
                        "\none    called  operator ",
                        "\nfc     head    linear ",
                        "\nact            relu ");
    }

    private static String layers(Network one, Network other) {
        return Written.as(
                Format.TEXT,
                SideBySideDocument.of(
                        List.of(one.model().analyze(), other.model().analyze()), Grouping.LAYER, Set.of()));
    }

    @Test
    void eachFormatSaysOfWhichFigureAColumnIs() {
        assertThat(Written.as(Format.MARKDOWN, STAGES)).contains("| stage | parameters tiny | parameters smaller |");
        assertThat(Written.as(Format.HTML, STAGES))
                .contains(
                        "<tr class=\"common\"><td colspan=\"1\"></td><th colspan=\"4\" scope=\"colgroup\">parameters</th>")
                .doesNotContain("class=\"tiles\"");
    }

    @Test
    void inputsThatDifferAreToldOfEachModel() {
        var small = Network.on("small", "", 1, 3, 8, 8).layer("relu", "relu");
        var large = Network.on("large", "", 1, 3, 16, 16).layer("relu", "relu");
        assertThat(layers(small, large)).contains("\ninput small 1×3×8×8, large 1×3×16×16, batch 1, ");
    }
}
