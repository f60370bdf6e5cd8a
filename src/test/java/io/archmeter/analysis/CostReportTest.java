package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.facts.Cost;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostReportTest {
    private static final String SMALL = """
            name: small
            input: [3, 4, 4]
            layers:
              stem: [{conv: 8, kernel: 3, padding: 1}, batchnorm, relu]
              pool: {maxpool: 2}
              flatten: flatten
              fc: {linear: 10}
            heads:
              aux: {from: pool, layers: [globalavgpool, flatten, {linear: 10}]}
            """;

    private final Model model = WrittenModel.of(SMALL);

    /**
     * By hand. Convolution: 8·3·3·3 + 8 = 224 parameters, 8·4·4·27 = 3,456 multiply-adds; of the 16·9 taps of a map, the 4·4 + 4·2
     * … that is (4·3 − 2)² = 100 fall on it, times 3·8 = 2,400. Normalization: 16 parameters, 8 + 8 + 1 buffers. Linear: 32·10 + 10
     * = 330 parameters, 320 multiply-adds. Outputs: 3 of 8·16 = 128, 32, 32 and 10 elements, 458 in all, of 4 bytes.
     */
    @Test
    void addsUpWhatEachLayerCosts() {
        Cost total = model.analyze().total();

        assertThat(total.parameters()).isEqualTo(224 + 16 + 330);
        assertThat(total.buffers()).isEqualTo(17);
        assertThat(total.multiplyAdds()).isEqualTo(3_456 + 320);
        assertThat(total.effectiveMultiplyAdds()).isEqualTo(2_400 + 320);
        assertThat(total.outputBytes()).isEqualTo(458 * 4);
        assertThat(total.others())
                .isEqualTo(Map.of(
                        ElementaryOperation.ADD,
                        128L + 128 + 10,
                        ElementaryOperation.MULTIPLY,
                        128L,
                        ElementaryOperation.COMPARE,
                        128L + 32 * 4));
    }

    @Test
    void countsHeadsInTrainingOnly() {
        assertThat(model.analyze().layers())
                .extracting(LayerCost::name)
                .contains("fc")
                .doesNotContain("aux.2");

        CostReport training = model.analyze(DType.FLOAT32, true);
        assertThat(training.total().parameters()).isEqualTo(570 + 8 * 10 + 10);
        assertThat(training.layers()).extracting(LayerCost::name).endsWith("aux.0", "aux.1", "aux.2");
    }

    @Test
    void theTypeDecidesTheBytesAndNothingElse() {
        CostReport half = model.analyze(DType.BFLOAT16, false);

        assertThat(half.total().outputBytes()).isEqualTo(458 * 2);
        assertThat(model.analyze(DType.INT8, false).total().outputBytes()).isEqualTo(458);
        assertThat(half.total().multiplyAdds()).isEqualTo(3_776);
    }

    @Test
    void theBatchMultipliesWorkAndOutputsButNotWeights() {
        LoadOptions batch = new LoadOptions(16, Optional.empty(), Map.of());
        Cost one = Archmeter.load("alexnet").analyze().total();
        Cost sixteen = Archmeter.load("alexnet", batch).analyze().total();

        assertThat(sixteen.multiplyAdds()).isEqualTo(16 * one.multiplyAdds());
        assertThat(sixteen.effectiveMultiplyAdds()).isEqualTo(16 * one.effectiveMultiplyAdds());
        assertThat(sixteen.outputBytes()).isEqualTo(16 * one.outputBytes());
        assertThat(sixteen.parameters()).isEqualTo(one.parameters());
    }

    @Test
    void foldsLayersIntoTheirModules() {
        CostReport folded = model.analyze().folded(1);

        assertThat(folded.layers()).extracting(LayerCost::name).containsExactly("stem", "pool", "flatten", "fc");
        LayerCost stem = folded.layers().get(0);
        assertThat(stem.operator()).isEqualTo(LayerCost.MODULE);
        assertThat(stem.inputs()).containsExactly(Shape.of(1, 3, 4, 4));
        assertThat(stem.output()).isEqualTo(Shape.of(1, 8, 4, 4));
        assertThat(stem.cost().parameters()).isEqualTo(240);
        assertThat(folded.layers().get(1).operator()).isEqualTo("maxpool");
        assertThat(folded.total()).isEqualTo(model.analyze().total());
    }

    @Test
    void foldsAsDeepAsAsked() {
        CostReport report = Archmeter.load("resnet18").analyze();

        assertThat(report.folded(1).layers())
                .extracting(LayerCost::name)
                .containsExactly(
                        "conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4", "avgpool", "flatten",
                        "fc");
        assertThat(report.folded(2).layers()).extracting(LayerCost::name).contains("layer1.0", "layer4.1");
        assertThat(report.folded(9).layers()).isEqualTo(report.layers());
    }

    /**
     * Araujo, Norris and Sim 2019: conv1 sees 7 and the pool 7 + 2·2 = 11, four steps apart; each of the four 3×3 convolutions of layer1
     * adds 2·4. A module sees what its last layer sees.
     */
    @Test
    void aModuleSeesAndPutsOutWhatItsLastLayerDoes() {
        LayerCost layer1 =
                Archmeter.load("resnet18").analyze().folded(1).layers().get(4);

        assertThat(layer1.name()).isEqualTo("layer1");
        assertThat(layer1.receptiveField().orElseThrow().axes())
                .extracting(SeenAxis::size)
                .containsExactly(11L + 4 * 8, 11L + 4 * 8);
        assertThat(Archmeter.load("resnet18")
                        .analyze()
                        .folded(1)
                        .layers()
                        .get(5)
                        .output())
                .isEqualTo(Shape.of(1, 128, 28, 28));
    }

    /** A stage is a size of the output's map: 224, 112, … of VGG-16, and the head after it. */
    @Test
    void breaksTheCostDownByStageKindAndLayer() {
        CostReport vgg = Archmeter.load("vgg16").analyze();

        assertThat(vgg.by(Grouping.STAGE))
                .extracting(Share::label)
                .containsExactly("224x224", "112x112", "56x56", "28x28", "14x14", "7x7", "head");
        assertThat(vgg.by(Grouping.KIND))
                .filteredOn(share -> share.label().equals("conv"))
                .singleElement()
                .satisfies(convolutions -> {
                    assertThat(convolutions.layers()).isEqualTo(13);
                    // arXiv:1602.01528 and the Eyeriss abstract: 14.7 M weights, 15.3 G multiply-adds
                    assertThat(convolutions.cost().parameters()).isEqualTo(14_714_688);
                    assertThat(convolutions.cost().multiplyAdds()).isEqualTo(15_346_630_656L);
                });
        assertThat(vgg.by(Grouping.LAYER)).hasSameSizeAs(vgg.layers());
        for (Grouping grouping : Grouping.values()) {
            assertThat(vgg.by(grouping).stream().map(Share::cost).reduce(Cost.ZERO, Cost::plus))
                    .isEqualTo(vgg.total());
        }
    }

    @Test
    void countsThatFitNoLongAreAProblemWithAPlace() {
        String wide = "input: [4000000000]\nlayers: [{linear: 4000000000, bias: false}]";

        assertThatThrownBy(() -> WrittenModel.of(wide).analyze())
                .isInstanceOfSatisfying(ProblemException.class, failed -> {
                    assertThat(failed.problems()).singleElement().satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("overflow");
                        assertThat(problem.layer()).isEqualTo("0");
                        assertThat(problem.place().line()).isEqualTo(2);
                        assertThat(problem.place().column()).isEqualTo(11);
                    });
                });
    }

    @Test
    void listsTensorsByKindThenByLayer() {
        assertThat(model.weights(false))
                .extracting(tensor -> tensor.fullName() + " " + tensor.shape())
                .containsExactly(
                        "stem.0.weight 8x3x3x3",
                        "stem.0.bias 8",
                        "stem.1.weight 8",
                        "stem.1.bias 8",
                        "fc.weight 10x32",
                        "fc.bias 10",
                        "stem.1.running_mean 8",
                        "stem.1.running_var 8",
                        "stem.1.num_batches_tracked ");
        assertThat(model.weights(true)).extracting(Weight::fullName).contains("aux.2.weight");
    }

    /**
     * The first worked example of EECS 498-007, lecture 8: AlexNet on 227×227. Of the windows from −2 to 218 the first has two
     * taps on padding, and so has the last, which ends at 228.
     */
    @Test
    void explainsEachNumberWithItsNumbers() {
        List<Explanation> explained = Archmeter.load("alexnet_lecture").explain(DType.FLOAT32, false);

        assertThat(lines(explained.get(0)))
                .containsExactly(
                        "output height = ⌊(227 + 2·2 − 11) / 4⌋ + 1 = 56",
                        "output width = ⌊(227 + 2·2 − 11) / 4⌋ + 1 = 56",
                        "parameters = 64·3·11·11 + 64 = 23296",
                        "multiply-adds = 1·64·56·56·3·11·11 = 72855552",
                        "effective multiply-adds = 1·64·3·(56·11 − 4)·(56·11 − 4) = 71912448",
                        "add operations = 1·64·56·56 = 200704",
                        "output bytes = 1·64·56·56·4 = 802816",
                        "receptive field height = 1 + (11 − 1)·1 = 11",
                        "receptive field width = 1 + (11 − 1)·1 = 11");
        assertThat(explained.get(0).layer().name()).isEqualTo("features.0");
    }

    @Test
    void explainsWhatSeesEverything() {
        String text = "input: [1, 9, 9]\nlayers: [{conv: 1, kernel: 3}, flatten, {softmax: }]";

        assertThat(lines(WrittenModel.of(text).explain(DType.FLOAT32, false).get(1)))
                .containsExactly(
                        "output features = 1·7·7 = 49",
                        "output bytes = 1·49·4 = 196",
                        "receptive field height = 3 + (7 − 1)·1 = 9",
                        "receptive field width = 3 + (7 − 1)·1 = 9");
    }

    private static List<String> lines(Explanation explanation) {
        return explanation.lines().stream()
                .map(line -> line.quantity() + " = " + line.formula().text() + " = "
                        + line.formula().value())
                .toList();
    }
}
