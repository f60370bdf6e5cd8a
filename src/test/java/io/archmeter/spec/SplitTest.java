package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.load.LoadOptions;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code {split: 2}}: a layer with several outputs, which others take by their numbers. */
class SplitTest {
    /** A unit of ShuffleNet V2 (Ma et al. 2018, arXiv:1807.11164, figure 3c): half of the channels passes by. */
    private static final String UNIT = """
            input: [8, 4, 4]
            layers:
              halves: {split: 2}
              branch: {conv: 4, kernel: 3, padding: 1, from: halves.1}
              relu: relu
              both: {concat: , from: [halves.0, relu]}
            """;

    private static final LoadOptions TWO_SAMPLES = new LoadOptions(2, Optional.empty(), Map.of());

    @Test
    void partsAreTakenByTheirNumbers() {
        Graph graph = WrittenModel.of(UNIT).graph();

        assertThat(graph.values())
                .extracting(Value::name)
                .containsExactly("input", "halves.0", "halves.1", "branch", "relu", "both");
        assertThat(graph.nodes().get(2).values()).containsExactly(2);
        assertThat(graph.nodes().get(4).values()).containsExactly(1, 4);
    }

    @Test
    void theNameOfTheLayerAndTheNextLayerTakeTheFirst() {
        Graph graph = WrittenModel.of("""
                input: [8, 4, 4]
                layers:
                  cut: {split: [2, 6]}
                  next: {conv: 1, kernel: 1}
                  other: {conv: 1, kernel: 1, from: cut}
                outputs: [next, other]
                """).graph();

        assertThat(graph.nodes().get(2).values()).containsExactly(1);
        assertThat(graph.nodes().get(3).values()).containsExactly(1);
    }

    @Test
    void aPartCanBeAnOutputOfTheNetworkAndOthersCanBeLeft() {
        Graph graph = WrittenModel.of("""
                input: [8, 4, 4]
                layers: {cut: {split: 4}}
                outputs: cut.3
                """).graph();

        assertThat(graph.outputValues()).extracting(Value::name).containsExactly("cut.3");
    }

    @Test
    void aPartThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> WrittenModel.of("""
                        input: [8, 4, 4]
                        layers:
                          cut: {split: 2}
                          next: {relu: , from: cut.2}
                        """).graph())
                .hasMessageContaining("there is no layer 'cut.2'")
                .hasMessageContaining("cut puts out 0, 1");
    }

    /** No work and no weights; both outputs together are as many bytes as the input: 8·4·4·4. */
    @Test
    void itCostsNothingAndPutsOutAsMuchAsComesIn() {
        Model model = WrittenModel.of(UNIT);
        LayerCost halves = model.analyze().layers().get(0);

        assertThat(halves.outputs()).containsExactly(Shape.of(1, 4, 4, 4), Shape.of(1, 4, 4, 4));
        assertThat(halves.cost().multiplyAdds()).isZero();
        assertThat(halves.cost().parameters()).isZero();
        assertThat(halves.cost().outputBytes()).isEqualTo(512);
    }

    @Test
    void aReportHasAllOfItsOutputs() {
        CostReport report = WrittenModel.of(UNIT).analyze();

        assertThat(Written.as(Format.CSV, AnalyzeDocument.of(report, Ranking.NONE)))
                .contains(",outputs,kernel,stride,padding,dilation,groups\r\n", ",1x4x4x4;1x4x4x4,,,,,\r\n");
    }

    /** Of one sample the halves are views, of two they are moved. */
    @Test
    void whatIsPredictedIsObserved() {
        assertThat(WrittenModel.of(UNIT).verify().equal()).isTrue();
        assertThat(WrittenModel.of(UNIT, TWO_SAMPLES).verify().equal()).isTrue();
    }
}
