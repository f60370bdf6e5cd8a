package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Axis;
import io.archmeter.op.Conv;
import io.archmeter.op.PaddingMode;
import io.archmeter.op.Window;
import java.util.List;

/** Puts elements around the input that are no zeros, and convolves what comes out without padding. */
final class PaddedConvKernel implements Kernel<Conv> {
    private final Kernel<Conv> unpadded;

    /** @param unpadded also takes convolutions with zeros around their input, as they are */
    PaddedConvKernel(Kernel<Conv> unpadded) {
        this.unpadded = unpadded;
    }

    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        if (op.mode() == PaddingMode.CONSTANT) {
            return unpadded.prepare(op, inputs, weights);
        }
        List<Axis> axes = op.window().axes();
        Shape padded = inputs.get(0);
        for (int a = 0; a < axes.size(); a++) {
            padded = padded.with(
                    2 + a,
                    axes.get(a).padBegin() + padded.extent(2 + a) + axes.get(a).padEnd());
        }
        Window bare = new Window(axes.stream()
                .map(axis -> new Axis(axis.kernel(), axis.stride(), 0, 0, axis.dilation()))
                .toList());
        Pass pass = unpadded.prepare(new Conv(op.channels(), bare, op.group(), op.bias()), List.of(padded), weights);
        return call -> {
            Tensor x = call.input();
            List<long[]> tables = Gather.same(x);
            for (int a = 0; a < axes.size(); a++) {
                Axis axis = axes.get(a);
                tables.set(2 + a, PadKernel.padded(tables.get(2 + a), axis.padBegin(), axis.padEnd(), op.mode()));
            }
            Shape shape = Gather.shape(tables);
            Tensor around = new Tensor(call.workspace(Math.toIntExact(shape.elements())), 0, shape);
            Gather.run(call.workers(), x, tables, 0, 0, around);
            pass.run(new CallOnCopy(call, around));
        };
    }
}
