package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.Shape;

/** A call of which the only input is in a kernel's own memory, for a kernel that puts its output into memory of its own. */
record CallOnCopy(KernelCall call, Tensor copy) implements KernelCall {
    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public Tensor input(int number) {
        return copy;
    }

    @Override
    public Tensor output(int slot, Shape shape) {
        return call.output(slot, shape);
    }

    @Override
    public Tensor outputInPlace(Shape shape) {
        throw new UnsupportedOperationException("no output lies on a copy");
    }

    @Override
    public Tensor view(Shape shape) {
        throw new UnsupportedOperationException("no output lies on a copy");
    }

    @Override
    public Tensor weight(float[] elements, Shape shape) {
        throw new UnsupportedOperationException("no output lies on a copy");
    }

    @Override
    public Tensor part(int slot, int axis, int begin, int extent) {
        throw new UnsupportedOperationException("no output lies on a copy");
    }

    @Override
    public void count(long executedMultiplyAdds, long paddedTaps, long multiplications) {
        call.count(executedMultiplyAdds, paddedTaps, multiplications);
    }

    @Override
    public void putsOutInfinity() {
        call.putsOutInfinity();
    }

    @Override
    public Epilogue epilogue() {
        return call.epilogue();
    }

    @Override
    public float[] workspace(int elements) {
        return call.workspace(elements);
    }

    @Override
    public Workers workers() {
        return call.workers();
    }
}
