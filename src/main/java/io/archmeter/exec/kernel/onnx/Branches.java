package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.List;

/** {@code If}: runs one of two regions. */
final class Branches {
    private Branches() {}

    static void run(OnnxCall call) {
        List<Tensor> made = call.run(call.number(0, 0) != 0 ? "then_branch" : "else_branch", List.of());
        for (int slot = 0; slot < made.size(); slot++) {
            call.put(slot, made.get(slot));
        }
    }
}
