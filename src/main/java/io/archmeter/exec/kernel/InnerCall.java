package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;

/** The call of a kernel within that of another. It has one input, and puts its output into memory of its own. */
abstract class InnerCall implements KernelCall {
    private final KernelCall outer;

    InnerCall(KernelCall outer) {
        this.outer = outer;
    }

    final KernelCall outer() {
        return outer;
    }

    @Override
    public final int inputs() {
        return 1;
    }

    @Override
    public Tensor output(int slot, Shape shape) {
        return outer.output(slot, shape);
    }

    @Override
    public final Tensor outputInPlace(Shape shape) {
        throw onNothing();
    }

    @Override
    public final Tensor view(Shape shape) {
        throw onNothing();
    }

    @Override
    public final Tensor weight(float[] elements, Shape shape) {
        throw onNothing();
    }

    @Override
    public final Tensor part(int slot, int axis, int begin, int extent) {
        throw onNothing();
    }

    private static UnsupportedOperationException onNothing() {
        return new UnsupportedOperationException("the output of an inner call lies on no other tensor");
    }

    @Override
    public final void count(long executedMultiplyAdds, long paddedTaps, long multiplications) {
        outer.count(executedMultiplyAdds, paddedTaps, multiplications);
    }

    @Override
    public final void putsOutInfinity() {
        outer.putsOutInfinity();
    }

    @Override
    public final float[] workspace(int elements) {
        return outer.workspace(elements);
    }

    @Override
    public final Workers workers() {
        return outer.workers();
    }
}
