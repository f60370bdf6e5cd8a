package io.archmeter.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.facts.Cost;
import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.network.OnnxNetwork;
import io.archmeter.spec.Drawn;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SharedConstantsTest {
    /** It is a tensor of its own then, which both take: 12 + 4 elements, and 2·3·4 multiply-adds. */
    @Test
    void theBiasOfALayerCanBeAConstantOfAnother() throws IOException {
        WrittenNetwork network = new WrittenNetwork()
                .input("x", 2, 3)
                .stored("weight", 1, 3, 4)
                .stored("bias", 1, 4)
                .node("Gemm", "x weight bias", "a")
                .node("Relu", "a", "b")
                .node("Add", "b bias", "y")
                .output("y");
        Model model = new Model(OnnxNetwork.graph(network.file(), Bindings.NONE, false));
        StringWriter text = new StringWriter();
        model.spec("a test", "").writeYaml(text);
        Cost written = new Model(Drawn.graph(text.toString())).analyze().total();

        assertThat(written.parameters()).isEqualTo(16);
        assertThat(written.multiplyAdds()).isEqualTo(24);
    }
}
