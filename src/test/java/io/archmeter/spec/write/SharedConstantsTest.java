package io.archmeter.spec.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Model;
import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.network.OnnxNetwork;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SharedConstantsTest {
    /** A spec has no words for a sum with a parameter of a linear layer. */
    @Test
    void theBiasOfALayerIsNoConstantOfAnother() {
        WrittenNetwork network = new WrittenNetwork()
                .input("x", 2, 3)
                .stored("weight", 1, 3, 4)
                .stored("bias", 1, 4)
                .node("Gemm", "x weight bias", "a")
                .node("Relu", "a", "b")
                .node("Add", "b bias", "y")
                .output("y");
        Model model = new Model(OnnxNetwork.graph(network.file(), Bindings.NONE, false));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> model.spec("a test", "").writeYaml(new StringWriter()))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::fact)
                        .containsExactly("it works on a weight of another layer"));
    }
}
