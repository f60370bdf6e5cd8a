package io.archmeter.report.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.Headroom;
import io.archmeter.report.picture.Heaviest;
import io.archmeter.report.picture.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckPageTest {
    private static Document page(CheckReport... reports) {
        return CheckPage.of(CheckReport.together(List.of(reports)), CheckedModels.HERE);
    }

    private static Headroom picture(CheckReport... reports) {
        return (Headroom) page(reports).pictures().get(0);
    }

    /** Who opens it reads the verdict, what is wrong, and why, before anything else. */
    @Test
    void theVerdictStandsFirstAndAfterItWhatIsWrong() {
        Document page = page(CheckedModels.kept("b.yaml"), CheckedModels.over("a.yaml", "fc"));
        assertThat(page.title()).isEqualTo("1 of 2 models is over budget: 1 limit broken, 1 kept");
        Detail.Remark first = page.remarks().get(0);
        assertThat(first.caption())
                .isEqualTo("a.yaml: parameters in total: 1,562 is 62 (4.1%) over the limit of 1,500");
        assertThat(first.lines())
                .startsWith("error at specs/net.yaml:5:8 (total-limit)")
                .contains("heaviest: fc 1,450 (92.8%)")
                .endsWith("remedy: make it smaller");
    }

    @Test
    void whatFailsStandsBeforeWhatPasses() {
        assertThat(picture(
                                CheckedModels.kept("b.yaml"),
                                CheckedModels.warned("w.yaml"),
                                CheckedModels.over("a.yaml", "fc"))
                        .groups())
                .extracting(Headroom.Group::label)
                .containsExactly("a.yaml", "w.yaml", "b.yaml");
    }

    @Test
    void anythingThatCanComeOutIsDrawn() {
        assertThat(picture(CheckedModels.other("a.yaml")).groups().get(0).limits())
                .extracting(Headroom.Limit::outcome, Headroom.Limit::room)
                .containsExactlyInAnyOrder(
                        tuple(Headroom.Outcome.KEPT, "0 left (0.0%)"),
                        tuple(Headroom.Outcome.NOTHING, "no such layer"),
                        tuple(Headroom.Outcome.NOT_CHECKED, "not checked: the baseline does not have this model"));
    }

    @Test
    void ofManyModelsThatPassEachHasItsTightestLimit() {
        List<Headroom.Group> groups = picture(
                        CheckedModels.kept("a.yaml"),
                        CheckedModels.kept("b.yaml"),
                        CheckedModels.kept("c.yaml"),
                        CheckedModels.kept("d.yaml"))
                .groups();
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).label()).isEqualTo("4 models within budget, each with the limit that leaves least");
        assertThat(groups.get(0).limits())
                .extracting(Headroom.Limit::label)
                .startsWith("a.yaml: depth: at most 2")
                .hasSize(4);
    }

    /** A finding stands once: above all models, or at its own. */
    @Test
    void whatHasNoPlaceAboveStandsAtItsModel() {
        Document page = page(
                CheckedModels.over("a.yaml", "fc"),
                CheckedModels.over("b.yaml", "fc"),
                CheckedModels.over("c.yaml", "fc"),
                CheckedModels.over("d.yaml", "fc"),
                CheckedModels.over("e.yaml", "fc"));
        assertThat(page.remarks().stream().map(Detail.Remark::caption))
                .hasSize(4)
                .endsWith("2 more below, each at its model");
        assertThat(page.table().sections().stream()
                        .mapToInt(section -> section.details().size()))
                .containsExactly(0, 0, 0, 1, 1);
    }

    /** 1,450 of 1,562 parameters lie in one layer, which has 450 more than in the baseline. */
    @Test
    void theLayersThatWeighMostAreDrawnWithWhatIsNewOfThem() {
        Heaviest heaviest =
                (Heaviest) page(CheckedModels.over("a.yaml", "fc")).pictures().get(1);
        assertThat(heaviest.title()).isEqualTo("a.yaml: what weighs most in parameters in total");
        assertThat(heaviest.layers())
                .containsExactly(
                        new Heaviest.Layer("fc", new Quantity(1450, "1,450 (92.8%)"), new Quantity(450, "+450")));
        assertThat(page(CheckedModels.kept("a.yaml")).pictures()).hasSize(1);
    }

    @Test
    void aStrangeNameIsTextOnThePage() {
        String page = CheckedModels.written(CheckFormat.HTML, CheckedModels.over(CheckedModels.STRANGE, "fc"));
        assertThat(page).contains("d&lt;e&gt;&amp;").doesNotContain("d<e>");
    }

    @Test
    void thePictureStandsAloneInSvg() {
        assertThat(CheckedModels.written(CheckFormat.SVG, CheckedModels.over("a.yaml", "fc")))
                .startsWith("<svg class=\"picture answer\"")
                .contains("62 too much (4.1%)");
    }
}
