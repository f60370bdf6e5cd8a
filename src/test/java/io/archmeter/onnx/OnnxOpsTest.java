package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.op.Catalogue;
import io.archmeter.op.Layer;
import io.archmeter.op.Operator;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All that can be computed can be said in ONNX: {@link OnnxGoldenTest} converts and runs a row of each operator. */
class OnnxOpsTest {
    @Test
    void onlyWhatIsDeclaredHasNoNode() {
        TreeSet<String> kinds = new TreeSet<>();
        Catalogue.operators().stream().map(Operator::kind).forEach(kinds::add);
        kinds.removeAll(Layer.computedKinds());
        assertThat(kinds).containsExactly("custom");
    }
}
