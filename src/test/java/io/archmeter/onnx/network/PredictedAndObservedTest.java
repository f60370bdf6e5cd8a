package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.exec.Forward;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.Written;
import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Verification;
import io.archmeter.weights.SeededWeights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks in which rule and kernel could say something else. */
class PredictedAndObservedTest {
    /** What stands in for a selection of boxes takes no tensor, and shares none with who takes the same: the sum over both does. */
    @Test
    void aLayerThatNothingComputesTakesNothing() {
        ModelFile file = new WrittenNetwork()
                .input("boxes", 1, 20, 4)
                .input("scores", 1, 2, 20)
                .stored("limit", 0.5f, 1)
                .wholes("most", 3)
                .node("NonMaxSuppression", "boxes scores most limit limit", "chosen")
                .node("Cast", "chosen", "real", WrittenNetwork.whole("to", 1))
                .node("Add", "real limit", "y")
                .output("y")
                .file();
        Bindings bindings =
                new Bindings(Map.of(), Map.of("chosen", Shape.of(3, 3)), Map.of(), Optional.empty(), Optional.empty());
        Verification verification = new Model(OnnxNetwork.graph(file, bindings, false)).verify();
        assertThat(verification.equal()).isTrue();
        assertThat(verification.layers())
                .filteredOn(layer -> !layer.computed())
                .extracting(LayerVerification::operator)
                .containsExactly("NonMaxSuppression");
    }

    /** It may train: then its output is another than its input. */
    @Test
    void aDropoutWhoseModeIsNotKnownHasAnOutputOfItsOwn() {
        WrittenNetwork network = new WrittenNetwork()
                .input("x", 2, 3)
                .truth("mode")
                .stored("ratio", 0.5f)
                .node("Relu", "x", "a")
                .node("Dropout", "a ratio mode", "b")
                .node("Sigmoid", "b", "y")
                .output("y");
        assertThat(verified(network).equal()).isTrue();
    }

    /** What it puts out is drawn: nothing here can compute it. */
    @Test
    void aDropoutThatTrainsIsNotComputed() {
        WrittenNetwork network = new WrittenNetwork()
                .input("x", 2, 3)
                .stored("ratio", 0.5f)
                .node("ConstantOfShape", "none", "zero")
                .wholes("none")
                .node("Cast", "zero", "no", WrittenNetwork.whole("to", 9))
                .node("Not", "no", "mode")
                .node("Relu", "x", "a")
                .node("Dropout", "a ratio mode", "b")
                .node("Sigmoid", "b", "y")
                .output("y");
        Verification verification = verified(network);
        assertThat(verification.equal()).isTrue();
        assertThat(verification.layers())
                .filteredOn(layer -> !layer.computed())
                .extracting(LayerVerification::operator)
                .containsExactly("Dropout");
    }

    /** ONNX Runtime puts out the inverse deviations second. */
    @Test
    void statisticsOfNormalizationsAreThoseOfOnnxRuntime() {
        same(normalized("SimplifiedLayerNormalization", "small scale", "y i"), "i");
        same(normalized("SimplifiedLayerNormalization", "small scales", "y i", WrittenNetwork.whole("axis", 1)), "i");
    }

    /** ONNX Runtime 1.30 on 0.001 to 0.008: squares so small show what is added to them, 1e-12; zeros stand for means. */
    @Test
    void statisticsBehindASumAreThoseOfOnnxRuntime() {
        assertThat(statistics("SkipSimplifiedLayerNormalization", "x x scale"))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(
                        0.7302967f,
                        1.4605935f,
                        2.1908901f,
                        2.9211869f,
                        1.5161961f,
                        1.8194352f,
                        2.1226745f,
                        2.4259138f,
                        0,
                        0,
                        182.57417f,
                        75.8098f);
        assertThat(statistics("SkipLayerNormalization", "x x scale bias"))
                .usingComparatorWithPrecision(1e-3f)
                .containsExactly(
                        -0.6832814f,
                        1.1055727f,
                        2.8944268f,
                        4.683281f,
                        -0.6832805f,
                        1.1055729f,
                        2.8944271f,
                        4.6832814f,
                        0.005f,
                        0.013f,
                        447.21353f,
                        447.2135f);
    }

    /** The normalized elements, the means and the inverse deviations. */
    private static float[] statistics(String operator, String inputs) {
        WrittenNetwork network = new WrittenNetwork()
                .input("x", 1, 2, 4)
                .stored("scale", 2, 4)
                .stored("bias", 2, 4)
                .node("com.microsoft." + operator, inputs, "y m i s")
                .output("y")
                .output("m")
                .output("i")
                .output("s");
        Graph graph = OnnxNetwork.graph(network.file(), Bindings.NONE, false);
        assertThat(new Model(graph).verify().layers())
                .flatExtracting(LayerVerification::differences)
                .isEmpty();
        float[] input = {0.001f, 0.002f, 0.003f, 0.004f, 0.005f, 0.006f, 0.007f, 0.008f};
        List<Tensor> outputs = new Forward(
                        graph,
                        MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                        new SeededWeights(0),
                        new Workers(1),
                        new Forward.Options(false, false))
                .run(List.of(input), observation -> {});
        float[] all = new float[12];
        int at = 0;
        for (Tensor output : outputs.subList(0, 3)) {
            System.arraycopy(output.data(), output.offset(), all, at, output.elements());
            at += output.elements();
        }
        return all;
    }

    /** Of numbers whose squares are smaller than what is added to them. */
    private static WrittenNetwork normalized(String operator, String inputs, String outputs, Written... attributes) {
        return new WrittenNetwork()
                .input("x", 2, 3, 4)
                .stored("thousandth", 0.001f)
                .stored("scale", 2, 4)
                .stored("scales", 2, 3, 4)
                .node("Mul", "x thousandth", "small")
                .node(operator, inputs, outputs, attributes)
                .output("y");
    }

    private static void same(WrittenNetwork network, String others) {
        ValueComparison compared = ValueComparison.of(network.bytes(), network.file(), Bindings.NONE);
        assertThat(compared.values()).contains(others.split(" "));
        assertThat(compared.differences()).isEmpty();
        assertThat(verified(network).equal()).isTrue();
    }

    private static Verification verified(WrittenNetwork network) {
        return new Model(OnnxNetwork.graph(network.file(), Bindings.NONE, false)).verify();
    }
}
