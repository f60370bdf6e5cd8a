package io.archmeter.convention.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.convention.Convention;
import io.archmeter.convention.ConventionCount;
import io.archmeter.convention.file.Conventions;
import io.archmeter.graph.DType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Between any two conventions the terms add up, and each has the layers whose it is. */
class ReconciliationTest {
    /** fvcore 0.1.5 counts 4,111,512,576: beside products 2·11,113,984 of batch normalization, and 2048·7·7 of the pool. */
    @Test
    void fvcoreCountsTwoForEachElementOfNormalizationMore() {
        Reconciliation terms = between("resnet50", "multiply-adds", "fvcore");

        assertThat(terms.from()).isEqualTo(4_089_184_256L);
        assertThat(terms.to()).isEqualTo(4_111_512_576L);
        assertThat(terms.terms())
                .extracting(
                        ReconcilingTerm::name,
                        ReconcilingTerm::amount,
                        term -> term.layers().size())
                .containsExactly(
                        Tuple.tuple("2 per element of batch normalization", 22_227_968L, 53),
                        Tuple.tuple("adaptive pooling", 100_352L, 1));
        assertThat(terms.terms().get(0).layers())
                .startsWith("bn1", "layer1.0.bn1")
                .endsWith("layer4.2.bn3");
    }

    /** In the other direction the same terms are taken away. */
    @Test
    void theWayBackTakesThemAway() {
        Reconciliation terms = between("resnet50", "fvcore", "flops");

        assertThat(terms.terms())
                .extracting(ReconcilingTerm::name, ReconcilingTerm::amount)
                .containsExactly(
                        Tuple.tuple("2 per multiply-add instead of multiply-adds", 4_089_184_256L),
                        Tuple.tuple("2 per element of batch normalization", -22_227_968L),
                        Tuple.tuple("adaptive pooling", -100_352L));
    }

    /** Each with the one before it in the list: both have their own prices of most operators. */
    static Stream<List<String>> pairs() {
        List<String> names = Conventions.names();
        return IntStream.range(1, names.size()).mapToObj(i -> List.of(names.get(i - 1), names.get(i)));
    }

    /** That the terms add up, a reconciliation requires when it is made; who refuses an operator has no total. */
    @ParameterizedTest
    @MethodSource("pairs")
    void neighboursAreReconciled(List<String> pair) {
        for (String model : List.of("alexnet", "googlenet", "mobilenet_v3_small", "vit_b_16", "swin_t")) {
            Model loaded = BundledModels.model(model);
            boolean counted = pair.stream()
                    .allMatch(name -> ConventionCount.of(Conventions.find(name), loaded.facts(DType.FLOAT32), false)
                            .total()
                            .isExact());
            if (counted) {
                assertThat(between(model, pair.get(0), pair.get(1)).terms()).allSatisfy(term -> {
                    assertThat(term.layers()).isNotEmpty();
                    assertThat(term.amount()).isNotZero();
                    assertThat(term.name()).isNotBlank();
                });
            }
        }
    }

    /** He et al. 2016 print 3.8·10⁹ for ResNet-50, which is version 1 with its last digit cut off. */
    @Test
    void whatNoConventionExplainsIsARemainder() {
        Model model = BundledModels.model("resnet50_v1");
        var count = ConventionCount.of(Conventions.find("multiply-adds"), model.facts(DType.FLOAT32), false);
        PrintedFigure printed = PrintedFigure.parse("3.8G").orElseThrow();

        Reconciliation terms = Reconciliation.of(count, count).onTo(printed, 3_800_000_000L);

        assertThat(terms.terms())
                .extracting(ReconcilingTerm::name, ReconcilingTerm::amount)
                .containsExactly(
                        Tuple.tuple("a remainder that no convention explains", 3_800_000_000L - 3_857_973_248L));
    }

    private static Reconciliation between(String model, String from, String to) {
        Model loaded = BundledModels.model(model);
        Convention one = Conventions.find(from);
        Convention other = Conventions.find(to);
        return Reconciliation.of(
                ConventionCount.of(one, loaded.facts(DType.FLOAT32), false),
                ConventionCount.of(other, loaded.facts(DType.FLOAT32), false));
    }
}
