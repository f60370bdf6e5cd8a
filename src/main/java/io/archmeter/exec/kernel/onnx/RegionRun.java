package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Alone;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.op.OnnxOperator;
import io.archmeter.op.OnnxRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A region of an operator with its weights, ready to be run any number of times. Its nodes find their shapes each time, and count to the
 * layer; what they put out lies in arrays of its own.
 */
record RegionRun(OnnxRegion region, List<Pass> passes) {
    static RegionRun of(OnnxRegion region, Weights weights) {
        List<Pass> passes = new ArrayList<>();
        for (OnnxRegion.Node node : region.nodes()) {
            passes.add(OnnxKernels.inRegion(node.op()).orElseThrow().prepare(node.op(), List.of(), weights));
        }
        return new RegionRun(region, List.copyOf(passes));
    }

    /** Whether an operator has these regions, and each node in them has a kernel. */
    static boolean areComputed(OnnxOperator op, String... names) {
        for (String name : names) {
            Optional<OnnxRegion> region = Optional.ofNullable(op.regions().get(name));
            if (region.isEmpty()
                    || !region.get().nodes().stream()
                            .allMatch(node -> OnnxKernels.inRegion(node.op()).isPresent())) {
                return false;
            }
        }
        return true;
    }

    /**
     * What it puts out.
     *
     * @param given what the operator gives it
     * @param around the run of the operator
     */
    List<Tensor> run(List<Tensor> given, KernelCall around) {
        around.begins();
        List<Tensor> values = new ArrayList<>(given.subList(0, region.given()));
        region.taken().forEach(operand -> values.add(around.input(operand)));
        for (int number = 0; number < passes.size(); number++) {
            OnnxRegion.Node node = region.nodes().get(number);
            Alone call = Alone.within(
                    around, node.operands().stream().map(values::get).toList());
            call.begins();
            passes.get(number).run(call);
            for (int slot = 0; slot < node.op().slots().size(); slot++) {
                values.add(call.output(slot));
            }
        }
        return region.outputs().stream().map(values::get).toList();
    }
}
