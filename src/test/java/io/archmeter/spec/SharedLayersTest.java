package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Weight;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.ParametersDocument;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import io.archmeter.training.Optimizer;
import io.archmeter.verify.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code weights}: a layer that takes the weights of another, and a block that takes those of another block. */
class SharedLayersTest {
    /** A siamese network: both images go through the same tower. */
    private static final Model SIAMESE = WrittenModel.of("""
            name: siamese
            inputs: {left: [3, 8, 8], right: [3, 8, 8]}
            blocks:
              tower:
                layers:
                  conv: {conv: 4, kernel: 3, padding: 1}
                  norm: batchnorm
                  pool: globalavgpool
                  flat: flatten
            layers:
              one: tower
              two: {tower: , from: right, weights: one}
              both: {concat: , from: [one, two]}
              score: {linear: 1}
            """);

    private static List<String> users(Graph graph, String weight) {
        return graph.nodes().stream()
                .filter(node -> graph.weightsOf(node).stream()
                        .anyMatch(taken -> taken.fullName().equals(weight)))
                .map(Node::name)
                .toList();
    }

    @Test
    void aBlockTakesThoseOfAnotherLayerForLayer() {
        assertThat(users(SIAMESE.graph(), "one.conv.weight")).containsExactly("one.conv", "two.conv");
        assertThat(users(SIAMESE.graph(), "one.norm.running_mean")).containsExactly("one.norm", "two.norm");
        assertThat(users(SIAMESE.graph(), "score.weight")).containsExactly("score");
    }

    /** conv 3·3·3·4 + 4, batchnorm 4 + 4 with 4 + 4 + 1 buffers, linear 8 + 1; 8·8·3·3·3·4 multiply-adds of each tower, and 8. */
    @Test
    void theyCountOnce() {
        CostReport report = SIAMESE.analyze();

        assertThat(report.total().parameters()).isEqualTo(112 + 8 + 9);
        assertThat(report.total().buffers()).isEqualTo(9);
        assertThat(report.total().multiplyAdds()).isEqualTo(2 * 6_912 + 8);
        assertThat(SIAMESE.weights(false))
                .extracting(Weight::fullName)
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    /** 129 parameters of 4 bytes and 8 buffers of 4 and one of 8; a gradient for each parameter, and two numbers of Adam. */
    @Test
    void memoryHoldsThemOnce() {
        MemoryReport memory = SIAMESE.memory(DType.FLOAT32, Optimizer.SGD);

        assertThat(memory.weights().exact()).hasValue(129 * 4 + 8 * 4 + 8);
        assertThat(memory.training().orElseThrow().gradients().exact()).hasValue(129 * 4);
    }

    @Test
    void reportsSayWhere() {
        CostReport report = SIAMESE.analyze();

        assertThat(report.layers())
                .filteredOn(layer -> !layer.weightsOf().isEmpty())
                .extracting(LayerCost::name, LayerCost::weightsOf)
                .containsExactly(tuple("two.conv", List.of("one.conv")), tuple("two.norm", List.of("one.norm")));
        assertThat(report.folded(1).layers().get(1).weightsOf()).containsExactly("one.conv", "one.norm");
        assertThat(Written.as(Format.CSV, ParametersDocument.of(report, SIAMESE.weightsWithUsers(false))))
                .startsWith("""
                        kind,name,shape,elements,bytes,shared_with
                        parameter,one.conv.weight,4x3x3x3,108,432,two.conv
                        parameter,one.conv.bias,4,4,16,two.conv
                        """.replace("\n", "\r\n"));
        assertThat(Written.as(Format.TEXT, AnalyzeDocument.of(report, Ranking.NONE)))
                .contains("weights of")
                .containsPattern("two\\.conv .* one\\.conv\n");
    }

    @Test
    void whatIsPredictedIsObserved() {
        Verification verification = SIAMESE.verify();

        assertThat(verification.equal()).isTrue();
        assertThat(verification.totals().weights().observed()).contains(129L + 9);
    }

    @Test
    void aLayerInABlockTakesThoseOfAnotherInIt() {
        Graph graph = Drawn.graph("""
                input: [4]
                blocks:
                  tied:
                    layers:
                      a: {linear: 4}
                      b: {linear: 4, weights: a}
                layers:
                  one: tied
                  two: tied
                """);

        assertThat(users(graph, "one.a.weight")).containsExactly("one.a", "one.b");
        assertThat(users(graph, "two.a.weight")).containsExactly("two.a", "two.b");
    }

    /** As a recurrent network does, which is unrolled. */
    @Test
    void eachTurnOfALoopCanTakeThoseOfOneLayer() {
        Graph graph = Drawn.graph("""
                input: [4]
                layers:
                  - name: first
                    linear: 4
                  - name: later
                    repeat: 3
                    linear: 4
                    weights: first
                """);

        assertThat(users(graph, "first.weight")).containsExactly("first", "later.0", "later.1", "later.2");
        assertThat(graph.weights()).hasSize(2);
    }
}
