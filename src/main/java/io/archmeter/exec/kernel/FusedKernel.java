package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.RowSum;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import io.archmeter.op.Clamp;
import io.archmeter.op.Conv;
import io.archmeter.op.Fused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs the kernel of a convolution with the normalization in its weights, and does what comes after with each element of its output when
 * the sum is complete.
 */
final class FusedKernel implements Kernel<Fused> {
    private final Function<Op, Optional<Kernel<Op>>> kernels;
    private final Function<Activation, EachElement.Loop> activations;
    private final RowSum rows;

    /**
     * @param kernels those of convolutions
     * @param activations what each does with some elements
     */
    FusedKernel(
            Function<Op, Optional<Kernel<Op>>> kernels,
            Function<Activation, EachElement.Loop> activations,
            RowSum rows) {
        this.kernels = kernels;
        this.activations = activations;
        this.rows = rows;
    }

    @Override
    public Pass prepare(Fused op, List<Shape> inputs, Weights weights) {
        Conv conv = op.conv();
        boolean bias = conv.bias() || op.normalization().isPresent();
        Conv folded = new Conv(conv.channels(), conv.window(), conv.group(), bias, conv.mode());
        Weights own = op.normalization()
                .<Weights>map(normalization -> FoldedWeights.of(conv, normalization, weights))
                .orElse(weights);
        Pass sums = kernels.apply(folded).orElseThrow().prepare(folded, inputs.subList(0, 1), own);
        List<FusedCall.Ending> endings = endings(op.after());
        return call -> {
            FusedCall fused = new FusedCall(call, endings);
            sums.run(fused);
            fused.finish();
        };
    }

    private List<FusedCall.Ending> endings(List<Op> after) {
        List<FusedCall.Ending> endings = new ArrayList<>();
        int input = 1;
        for (Op op : after) {
            if (op instanceof Activation activation) {
                endings.add(FusedCall.Ending.of(activations.apply(activation)));
            } else if (op instanceof Clamp clamp) {
                endings.add(FusedCall.Ending.of(ClampKernel.loop(clamp)));
            } else {
                endings.add(FusedCall.Ending.sum(input++, rows));
            }
        }
        return endings;
    }
}
