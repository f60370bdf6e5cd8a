package io.archmeter.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Activation;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Linear;
import io.archmeter.op.Reach;
import io.archmeter.op.Storage;
import io.archmeter.op.Trait;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NetworkFactsTest {
    private static final Span HERE = Span.of("test");

    private static final String SMALL = """
            input: [1, 4, 4]
            layers:
              conv: {conv: 2, kernel: 3, padding: 1}
              norm: batchnorm
              act: relu
              flat: flatten
              fc: {linear: 3}
            """;

    private static NetworkFacts small(DType type) {
        return NetworkFacts.of(WrittenModel.of(SMALL).graph(), type);
    }

    @Test
    void aLayerKnowsWhatFollowsFromItsAttributesAndShapes() {
        LayerFacts conv = small(DType.FLOAT32).layer(1);

        assertThat(conv.name()).isEqualTo("conv");
        assertThat(conv.number()).isEqualTo(1);
        assertThat(conv.inputs()).hasToString("[1x1x4x4]");
        assertThat(conv.output()).hasToString("1x2x4x4");
        assertThat(conv.extents()).extracting(extent -> extent.value()).containsExactly(1L, 2L, 4L, 4L);
        assertThat(conv.weights()).extracting(Weight::name).containsExactly("weight", "bias");
        assertThat(conv.reach()).isInstanceOf(Reach.Sliding.class);
        assertThat(conv.storage()).isEqualTo(Storage.OWN);
        assertThat(conv.has(Trait.PRODUCT)).isTrue();
        assertThat(conv.has(Trait.POOL)).isFalse();
        // it takes the input, whose number on the tape is 0
        assertThat(conv.tape().entries()).hasSize(1);
        assertThat(conv.tape().entries().get(0).operands()).containsExactly(0);
    }

    /**
     * conv: 2 channels of 3·3 taps and a bias have 20 parameters. 32 outputs with 9 taps each are 288 multiply-adds; of the 4 positions
     * along a side the outer two have one of 3 taps on padding, so that 10 taps fall on the input, and 10·10 on the map.
     */
    @Test
    void aCostIsTheArithmeticOfItsLayer() {
        NetworkFacts network = small(DType.FLOAT32);

        assertThat(network.layer(1).cost())
                .isEqualTo(new Cost(
                        20,
                        0,
                        0,
                        288,
                        200,
                        80,
                        128,
                        OperationCounts.of(Map.of(ElementaryOperation.ADD, 32L)),
                        Map.of(),
                        Map.of()));
        // norm: 2 factors and 2 summands; 2 means, 2 variances, and a counter of 8 bytes
        Cost norm = network.layer(2).cost();
        assertThat(norm.parameters()).isEqualTo(4);
        assertThat(norm.buffers()).isEqualTo(5);
        assertThat(norm.counters()).isEqualTo(1);
        assertThat(norm.weightBytes()).isEqualTo((4 + 4) * 4 + 8);
        // fc: 3 rows of 32, and 3 summands
        assertThat(network.layer(5).cost())
                .isEqualTo(new Cost(
                        99,
                        0,
                        0,
                        96,
                        96,
                        396,
                        12,
                        OperationCounts.of(Map.of(ElementaryOperation.ADD, 3L)),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void theTypeDecidesBytesAndNothingElse() {
        NetworkFacts half = small(DType.FLOAT16);

        assertThat(half.type()).isEqualTo(DType.FLOAT16);
        assertThat(half.layer(1).cost().parameters()).isEqualTo(20);
        // input 16, conv 32, fc 3 elements of two bytes
        assertThat(half.bytes(0)).isEqualTo(Amount.exactly(32));
        assertThat(half.bytes(1)).isEqualTo(Amount.exactly(64));
        assertThat(half.bytes(5)).isEqualTo(Amount.exactly(6));
        // 20 + 8 + 99 elements, and the counter, which is a whole number in each type
        assertThat(half.weightBytes(false)).isEqualTo(Amount.exactly(127 * 2 + 8));
    }

    @Test
    void theTotalIsTheSumOfTheLayers() {
        NetworkFacts network = small(DType.FLOAT32);
        Cost sum = Cost.ZERO;
        for (LayerFacts layer : network.layers(false)) {
            sum = sum.plus(layer.cost());
        }

        assertThat(network.layers(false)).extracting(LayerFacts::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(network.total(false)).isEqualTo(sum);
        assertThat(sum.parameters()).isEqualTo(20 + 4 + 99);
        assertThat(sum.multiplyAdds()).isEqualTo(288 + 96);
    }

    @Test
    void aHeadCountsInTrainingAlone() {
        Nodes nodes = new Nodes(1, 3);
        int main = nodes.add(new Linear(5, false), 0);
        nodes.addAuxiliary(new Linear(7, false), 0);
        NetworkFacts network = NetworkFacts.of(nodes.graph(main), DType.FLOAT32);

        assertThat(network.layers(false)).extracting(LayerFacts::name).containsExactly("linear1");
        assertThat(network.layers(true)).extracting(LayerFacts::name).containsExactly("linear1", "linear2");
        assertThat(network.total(false).parameters()).isEqualTo(15);
        assertThat(network.total(true).parameters()).isEqualTo(15 + 21);
        assertThat(network.weightBytes(false)).isEqualTo(Amount.exactly(60));
        assertThat(network.weightBytes(true)).isEqualTo(Amount.exactly(60 + 84));
        assertThat(network.layer(2).auxiliary()).isTrue();
    }

    @Test
    void theInputIsNoLayer() {
        NetworkFacts network = small(DType.FLOAT32);

        assertThatIllegalArgumentException().isThrownBy(() -> network.layer(0)).withMessage("input is no layer");
    }

    /** Equal attributes on equal shapes are counted once for all layers that have them. */
    @Test
    void layersThatAreAlikeShareWhatIsKnown() {
        Activation relu = new Activation(Activation.Function.RELU);
        Shape shape = Shape.of(1, 3);
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        draft.addInput("input", shape, DType.FLOAT32, HERE);
        add(draft, "a", relu, shape);
        add(draft, "b", relu, shape);
        add(draft, "c", relu, Shape.of(1, 3));
        Graph twice = draft.graph("twice", "", List.of(3));
        NetworkFacts network = NetworkFacts.of(twice, DType.FLOAT32);

        assertThat(network.layer(2).cost()).isSameAs(network.layer(1).cost());
        assertThat(network.layer(2).tape()).isSameAs(network.layer(1).tape());
        assertThat(network.layer(3).cost()).isSameAs(network.layer(1).cost());
        assertThat(network.layer(3).tape()).isSameAs(network.layer(1).tape());
        assertThat(network.layers(true)).extracting(LayerFacts::name).containsExactly("a", "b", "c");
    }

    /** Attributes that are several objects are compared where there are many layers: 300 of them. */
    @Test
    void manyLayersThatAreAlikeShareWhatIsKnownWhateverMadeThem() {
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        draft.addInput("input", Shape.of(1, 3), DType.FLOAT32, HERE);
        for (int layer = 1; layer <= 300; layer++) {
            add(draft, "r" + layer, new Activation(Activation.Function.RELU), Shape.of(1, 3));
        }
        NetworkFacts network = NetworkFacts.of(draft.graph("many", "", List.of(300)), DType.FLOAT32);

        assertThat(network.layers(true))
                .hasSize(300)
                .allSatisfy(layer ->
                        assertThat(layer.cost()).isSameAs(network.layer(1).cost()));
    }

    private static void add(GraphDraft draft, String name, Op op, Shape shape) {
        List<Output> outputs = List.of(Output.of(shape, DType.FLOAT32));
        draft.add(name, op, List.of(Operand.value(0)), List.of(), outputs, false, HERE);
    }

    /** A linear layer puts out what the next works on with the same weight, of 3·3 parameters. */
    @Test
    void aWeightThatTwoLayersTakeIsCountedToTheFirst() {
        Shape shape = Shape.of(1, 3);
        GraphDraft draft = new GraphDraft(DType.FLOAT32);
        draft.addInput("input", shape, DType.FLOAT32, HERE);
        Weight matrix = new Weight("a", "weight", Shape.of(3, 3), DType.FLOAT32, Weight.Kind.PARAMETER);
        List<WeightUse> uses = List.of(new WeightUse("weight", Operand.weight(draft.addWeight(matrix))));
        List<Output> outputs = List.of(Output.of(shape, DType.FLOAT32));
        draft.add("a", new Linear(3, false), List.of(Operand.value(0)), uses, outputs, false, HERE);
        draft.add("b", new Linear(3, false), List.of(Operand.value(1)), uses, outputs, false, HERE);
        NetworkFacts network = NetworkFacts.of(draft.graph("tied", "", List.of(2)), DType.FLOAT16);

        assertThat(network.layer(1).cost().parameters()).isEqualTo(9);
        assertThat(network.layer(2).cost().parameters()).isZero();
        assertThat(network.layer(2).cost().multiplyAdds()).isEqualTo(9);
        assertThat(network.total(false).parameters()).isEqualTo(9);
        assertThat(network.weightBytes(true)).isEqualTo(Amount.exactly(18));
        assertThat(network.weights(true)).extracting(Weight::fullName).containsExactly("a.weight");
    }

    /** 2³¹ · 2³¹ weights of 4 bytes are 2⁶⁴ bytes; as many multiply-adds, 2⁶², fit a long. */
    @Test
    void aCountBeyondALongIsAProblemOfItsLayerForThoseWhoAsk() {
        Nodes nodes = new Nodes(1, 1L << 31);
        nodes.add(new Linear(1L << 31, false), 0);
        NetworkFacts network = NetworkFacts.of(nodes.graph(), DType.FLOAT32);

        assertOverflow(() -> network.layer(1).cost(), "linear1");
        assertOverflow(() -> network.layer(1).weightBytes(), "linear1");
        assertOverflow(() -> network.weightBytes(false), "linear1");
        assertThat(network.bytes(1)).isEqualTo(Amount.exactly(1L << 33));
        assertThat(network.layer(1).tape().entries()).hasSize(1);
    }

    /** 2⁶¹ weights each: three times 2⁶¹ fit, four times do not. */
    @Test
    void aSumBeyondALongIsAProblemOfTheLayerThatMakesItTooLarge() {
        Nodes nodes = new Nodes(1, 1L << 30);
        for (int i = 0; i < 4; i++) {
            nodes.add(new Linear(1L << 31, false), 0);
        }
        NetworkFacts network = NetworkFacts.of(nodes.graph(), DType.INT8);

        assertThat(network.layer(4).cost().parameters()).isEqualTo(1L << 61);
        assertOverflow(() -> network.total(false), "linear4");
        assertOverflow(() -> network.weightBytes(false), "linear4");
        assertOverflow(() -> Exact.sum(Long.MAX_VALUE, 1, nodes.graph().nodes().get(2)), "linear2");
    }

    @Test
    void aHeadBeyondALongIsNoProblemAtInference() {
        Nodes nodes = new Nodes(1, 1L << 31);
        int main = nodes.add(new Linear(1, false), 0);
        nodes.addAuxiliary(new Linear(1L << 31, false), 0);
        NetworkFacts network = NetworkFacts.of(nodes.graph(main), DType.FLOAT32);

        assertThat(network.total(false).parameters()).isEqualTo(1L << 31);
        assertOverflow(() -> network.total(true), "linear2");
    }

    private static void assertOverflow(ThrowingCallable counted, String layer) {
        assertThatThrownBy(counted).isInstanceOfSatisfying(ProblemException.class, overflow -> {
            assertThat(overflow.problems()).hasSize(1);
            assertThat(overflow.problems().get(0).code()).isEqualTo("overflow");
            assertThat(overflow.problems().get(0).layer()).isEqualTo(layer);
        });
    }
}
