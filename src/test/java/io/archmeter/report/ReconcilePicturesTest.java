package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.convention.WorkKind;
import io.archmeter.convention.reconcile.Reconciliation;
import io.archmeter.convention.reconcile.ReconcilingTerm;
import io.archmeter.report.picture.Waterfall;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcilePicturesTest {
    private static ReconcilingTerm term(String name, long amount, String... layers) {
        return new ReconcilingTerm(WorkKind.COST, name, "", "", List.of("batchnorm"), List.of(layers), amount);
    }

    /** fvcore counts 22,227,968 for the batch normalizations of ResNet-50 and 100,352 for its pool, which are 0.5% and under 0.1%. */
    @Test
    void eachTermIsAStepWithItsShareOfTheBegin() {
        Reconciliation reconciliation = new Reconciliation(
                4_089_184_256L,
                List.of(term("normalization", 22_227_968, "bn1", "bn2"), term("pool", 100_352, "avgpool")),
                4_111_512_576L);
        Waterfall waterfall = (Waterfall) ReconcilePictures.of("resnet50", "multiply-adds", reconciliation, "fvcore")
                .get(0);
        assertThat(waterfall.first().words()).isEqualTo("4,089,184,256");
        assertThat(waterfall.terms())
                .containsExactly(
                        new Waterfall.Step("normalization", "2 layers: batchnorm", 22_227_968, "+22,227,968", "+0.5%"),
                        new Waterfall.Step("pool", "1 layer: batchnorm", 100_352, "+100,352", "under 0.1%"));
        assertThat(waterfall.last().words()).isEqualTo("4,111,512,576");
    }

    @Test
    void whatIsCountedLessIsTakenAway() {
        Waterfall waterfall = (Waterfall) ReconcilePictures.of(
                        "net", "a", new Reconciliation(8, List.of(term("half", -4, "fc")), 4), "b")
                .get(0);
        assertThat(waterfall.terms().get(0).words()).isEqualTo("−4");
        assertThat(waterfall.last().share()).isEqualTo("−50.0%");
        assertThat(waterfall.stages()).containsExactly(8L, 4L);
    }
}
