package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.Archmeter;
import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.op.Linear;
import io.archmeter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTotalsTest {
    private static long floats(ElementSum sum) {
        return sum.of(DType.FLOAT32).orElseThrow().exact().orElseThrow();
    }

    private static ElementSum floats(long elements) {
        return new ElementSum(Map.of(DType.FLOAT32, elements), List.of());
    }

    private static OutputTotals totals(String model) {
        return OutputTotals.of(Archmeter.load(model).facts(DType.FLOAT32));
    }

    /**
     * fvcore's {@code ActivationCountAnalysis} and torchinfo's {@code total_output_bytes}, run on torchvision 0.28 with PyTorch 2.13,
     * one sample, evaluation mode, without auxiliary heads. torchinfo's is 2·4 bytes an element.
     */
    @ParameterizedTest
    @CsvSource({
        "alexnet, 494184, 3953472",
        "vgg16, 13556712, 108453696",
        "googlenet, 3227160, 51626560",
        "inception_v3, 8968488, 143487808",
        "resnet18, 2484712, 39747392",
        "resnet50, 11114984, 177831744",
        "resnext50_32x4d, 14401512, 230416192",
        "squeezenet1_0, 4346248, 34769984",
        "densenet121, 6900200, 180541248",
    })
    void outputsAreAddedUpAsOtherToolsDo(String model, long fvcore, long torchinfoBytes) {
        assertThat(floats(totals(model).ofProducts())).isEqualTo(fvcore);
        assertThat(totals(model).ofParameters().times(2).bytes().exact()).hasValue(torchinfoBytes);
    }

    /**
     * VGG-16: CS231n's table (2017, lecture 9; the notes on convolutional networks) adds up to 15,237,608 elements with the input of
     * 3·224·224, and 15,087,080 without; fully connected and convolution layers alone are 13,556,712.
     */
    @Test
    void theLecturesColumnHasPoolsAndTheInput() {
        OutputTotals vgg = totals("vgg16");

        assertThat(floats(vgg.ofProducts())).isEqualTo(13_556_712);
        assertThat(floats(vgg.withPools())).isEqualTo(15_087_080);
        assertThat(floats(vgg.withInput())).isEqualTo(15_237_608).isEqualTo(15_087_080 + 3 * 224 * 224);
        // Each convolution is followed by a ReLU in its place; the adaptive pool to 7×7 is a layer of its own.
        assertThat(floats(vgg.once())).isEqualTo(15_087_080 + 512 * 7 * 7);
    }

    /**
     * Maps of 1·4·4 = 16 elements: conv, norm and sum have 16 of their own; relu lies in norm's, flatten is the sum, dropout too.
     * linear has 5, which the sigmoid replaces; softmax has 5 of its own. Each counted: 6·16 + 3·5.
     */
    @Test
    void whatLiesInOnePlaceCountsOnce() {
        OutputTotals totals = OutputTotals.of(WrittenModel.of("""
                input: [1, 4, 4]
                layers:
                  conv: {conv: 1, kernel: 1}
                  norm: batchnorm
                  relu: relu
                  sum: {add: , from: [relu, conv]}
                  flatten: flatten
                  dropout: dropout
                  linear: {linear: 5}
                  sigmoid: sigmoid
                  softmax: softmax
                """).facts(DType.FLOAT32));

        assertThat(floats(totals.once())).isEqualTo(3 * 16 + 2 * 5);
        assertThat(floats(totals.each())).isEqualTo(6 * 16 + 3 * 5);
        assertThat(floats(totals.ofProducts())).isEqualTo(16 + 5);
        assertThat(floats(totals.withPools())).isEqualTo(16 + 5);
        assertThat(floats(totals.withInput())).isEqualTo(16 + 16 + 5);
        assertThat(floats(totals.ofParameters())).isEqualTo(16 + 16 + 5);
    }

    /** relu cannot replace what the sum reads later. */
    @Test
    void anActivationOfWhatIsReadLaterHasItsOwnPlace() {
        assertThat(floats(OutputTotals.of(WrittenModel.of("""
                input: [1, 4, 4]
                layers:
                  conv: {conv: 1, kernel: 1}
                  relu: relu
                  sum: {add: , from: [relu, conv]}
                """).facts(DType.FLOAT32))
                        .once()))
                .isEqualTo(3 * 16);
    }

    /** A layer in the place of the input is an output all the same, once. */
    @Test
    void whatLiesInThePlaceOfTheInputCounts() {
        assertThat(floats(OutputTotals.of(WrittenModel.of("""
                input: [1, 4, 4]
                layers: {relu: relu, flatten: flatten}
                """).facts(DType.FLOAT32))
                        .once()))
                .isEqualTo(16);
    }

    /** The parts are conv's 2·16 elements; of the input, which no layer puts out, they are counted themselves. */
    @Test
    void partsOfWhatWasCountedDoNotCountAgain() {
        assertThat(floats(OutputTotals.of(WrittenModel.of("""
                input: [2, 4, 4]
                layers:
                  ofinput: {split: 2}
                  conv: {conv: 2, kernel: 1, from: input}
                  cut: {split: 2}
                  sum: {add: , from: [cut.0, cut.1, ofinput.1, ofinput.0]}
                """).facts(DType.FLOAT32))
                        .once()))
                .isEqualTo(2 * 16 + 2 * 16 + 16);
    }

    /** Pools of every kind count, of the windows also those that keep the size; an adaptive pool to the size that is there does not. */
    @Test
    void poolsAreCountedIfTheyPool() {
        OutputTotals totals = OutputTotals.of(WrittenModel.of("""
                input: [1, 4, 4]
                layers:
                  same: {maxpool: 3, stride: 1, padding: 1}
                  half: {avgpool: 2}
                  none: {adaptiveavgpool: 2}
                  one: {adaptiveavgpool: [2, 1]}
                  mean: globalavgpool
                """).facts(DType.FLOAT32));

        assertThat(floats(totals.withPools())).isEqualTo(16 + 4 + 2 + 1);
        assertThat(totals.ofProducts().byType()).isEmpty();
    }

    /** Heads exist in training only. */
    @Test
    void headsAreNotAmongThem() {
        assertThat(OutputTotals.of(WrittenModel.of("""
                input: [4]
                layers: {trunk: {linear: 3}}
                heads:
                  head: {from: trunk, layers: [{linear: 7}]}
                """).facts(DType.FLOAT32)))
                .isEqualTo(new OutputTotals(floats(3), floats(3), floats(3), floats(3), floats(7), floats(3)));
    }

    /** 3·2·2 = 12 numbers of 4 bytes, and 5 tokens of 8 bytes that are flattened and joined with themselves: 10 more. */
    @Test
    void eachIsCountedInItsType() {
        OutputTotals totals = OutputTotals.of(WrittenModel.of("""
                inputs: {image: [3, 2, 2], tokens: {shape: [5], dtype: int64}}
                layers:
                  conv: {conv: 3, kernel: 1}
                  flat: {flatten: , from: tokens}
                  twice: {concat: , from: [flat, flat]}
                outputs: [conv, twice]
                """).facts(DType.FLOAT32));

        assertThat(totals.each().byType()).isEqualTo(Map.of(DType.FLOAT32, 12L, DType.INT64, 5 + 10L));
        assertThat(totals.each().bytes().exact()).hasValue(12 * 4 + 15 * 8);
        assertThat(totals.each().of(DType.FLOAT32)).isEmpty();
        // The flattened tokens lie where the input does, and are an output all the same.
        assertThat(totals.once().bytes().exact()).hasValue(12 * 4 + 15 * 8);
        assertThat(floats(totals.ofProducts())).isEqualTo(12);
        assertThat(totals.withInput().bytes().exact()).hasValue(12 * 4 + 12 * 4 + 5 * 8);
    }

    /** Two elements share a byte, in the sum and not in each tensor: 3 + 5 of four bits are 4 bytes. */
    @Test
    void halvesOfBytesAreRoundedOnce() {
        OutputTotals totals = OutputTotals.of(WrittenModel.of("{input: [2], layers: [{linear: 3}, {linear: 5}]}")
                .facts(DType.INT4));

        assertThat(totals.each().bytes().exact()).hasValue(4);
    }

    @Test
    void aSumBeyondALongIsAProblem() {
        Nodes nodes = new Nodes(1, 1L << 62);
        nodes.add(new Linear(1L << 62, false), 0);
        nodes.add(new Linear(1L << 62, false), 1);
        assertThatThrownBy(() -> OutputTotals.of(NetworkFacts.of(nodes.graph(), DType.FLOAT32)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        overflow ->
                                assertThat(overflow.problems().get(0).layer()).isEqualTo("linear2"));
    }
}
