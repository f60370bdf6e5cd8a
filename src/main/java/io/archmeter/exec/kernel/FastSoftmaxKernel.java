package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.FloatFunctions;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Softmax;
import java.util.List;

/** Softmax in single precision where elements lie side by side, and by definition elsewhere. */
final class FastSoftmaxKernel implements Kernel<Softmax> {
    private final FloatFunctions functions;

    FastSoftmaxKernel(FloatFunctions functions) {
        this.functions = functions;
    }

    @Override
    public Pass prepare(Softmax op, List<Shape> inputs, Weights weights) {
        Shape shape = inputs.get(0);
        if (op.logarithm() || op.axis() != shape.rank() - 1) {
            return new SoftmaxKernel().prepare(op, inputs, weights);
        }
        int extent = Math.toIntExact(shape.extent(op.axis()));
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            call.workers().forEach(x.elements() / Math.max(1, extent), x.elements(), (line, thread) -> {
                Copy.elements(x, y, line * extent, extent);
                functions.softmax(y.data(), y.offset() + line * extent, extent);
            });
        };
    }
}
