package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.PerThread;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Elementwise;
import java.util.ArrayList;
import java.util.List;

/** Joins tensors element by element; an extent of 1 is stretched over the others'. */
final class ElementwiseKernel implements Kernel<Elementwise> {
    /** Elements that are joined at once: few enough for the first cache. */
    private static final int BLOCK = 1 << 11;

    @Override
    public Pass prepare(Elementwise op, List<Shape> inputs, Weights weights) {
        Reduction fold = switch (op.function()) {
            case ADD -> Reduction.SUM;
            case DIV -> Reduction.QUOTIENT;
            case MAXIMUM -> Reduction.MAXIMUM;
            case MINIMUM -> Reduction.MINIMUM;
            case MULTIPLY -> Reduction.PRODUCT;
            case SUB -> Reduction.DIFFERENCE;
        };
        return call -> {
            Shape shape = call.input().shape();
            for (int i = 1; i < call.inputs(); i++) {
                shape = joined(shape, call.input(i).shape());
            }
            join(call, fold, call.outputInPlace(shape));
        };
    }

    private static Shape joined(Shape a, Shape b) {
        List<Long> extents = new ArrayList<>();
        for (int fromEnd = Math.max(a.rank(), b.rank()); fromEnd > 0; fromEnd--) {
            extents.add(Math.max(extent(a, fromEnd), extent(b, fromEnd)));
        }
        return new Shape(extents);
    }

    private static long extent(Shape shape, int fromEnd) {
        return fromEnd > shape.rank() ? 1 : shape.extent(shape.rank() - fromEnd);
    }

    /** A block of all inputs is read before it is written, since the output may lie where an input does. */
    private static void join(KernelCall call, Reduction fold, Tensor y) {
        List<BroadcastView> inputs = new ArrayList<>();
        int rowAxis = 0;
        for (int i = 0; i < call.inputs(); i++) {
            inputs.add(new BroadcastView(call.input(i), y.shape()));
            rowAxis = Math.max(rowAxis, inputs.get(i).rowAxis());
        }
        int axis = rowAxis;
        int rows = 1;
        for (int a = 0; a < axis; a++) {
            rows *= y.extent(a);
        }
        int row = y.elements() / rows;
        int blocks = EvenSplit.parts(row, BLOCK);
        PerThread.forEach(call, rows * blocks, y.elements(), 2, Math.min(row, BLOCK), (task, arrays) -> {
            int begin = task % blocks * BLOCK;
            int length = Math.min(BLOCK, row - begin);
            inputs.get(0).read(axis, task / blocks, begin, arrays[0], length);
            for (BroadcastView other : inputs.subList(1, inputs.size())) {
                other.read(axis, task / blocks, begin, arrays[1], length);
                fold.join(arrays[0], arrays[1], length);
            }
            System.arraycopy(arrays[0], 0, y.data(), y.offset() + task / blocks * row + begin, length);
        });
    }
}
