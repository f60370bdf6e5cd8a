package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import java.util.HashMap;
import java.util.Map;

/** Runs one operator of ONNX: finds the shapes of its outputs, fills them, and counts the multiply-adds that its loops do. */
@FunctionalInterface
interface OnnxKernel {
    void run(OnnxCall call);

    /** The operator with its constants, and those of its regions. */
    default Pass prepare(OnnxOperator op, Weights weights) {
        Map<String, Tensor> drawn = new HashMap<>();
        for (OnnxInput input : op.given()) {
            if (input instanceof OnnxInput.Constant constant) {
                drawn.computeIfAbsent(constant.role(), role -> draw(constant, weights));
            }
        }
        Map<String, RegionRun> regions = new HashMap<>();
        Weights shared = op.regions().isEmpty() ? weights : once(weights);
        op.regions().forEach((name, region) -> regions.put(name, RegionRun.of(region, shared)));
        return call -> {
            OnnxCall run = new OnnxCall(op, call, drawn, regions);
            run(run);
            run.tellInfinity();
        };
    }

    private static Tensor draw(OnnxInput.Constant constant, Weights weights) {
        Shape shape = constant.shape();
        long[] extents = shape.extents().stream().mapToLong(Long::longValue).toArray();
        return new Tensor(weights.draw(constant.role(), extents), 0, shape);
    }

    /** Several nodes of a region may take the same constant. */
    private static Weights once(Weights weights) {
        Map<String, float[]> drawn = new HashMap<>();
        return (tensor, extents) -> drawn.computeIfAbsent(tensor, name -> weights.draw(name, extents));
    }
}
