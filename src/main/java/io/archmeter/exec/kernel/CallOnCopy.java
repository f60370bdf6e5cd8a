package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;

/** A call of which the only input is in a kernel's own memory, for a kernel that puts its output into memory of its own. */
final class CallOnCopy extends InnerCall {
    private final Tensor copy;

    CallOnCopy(KernelCall outer, Tensor copy) {
        super(outer);
        this.copy = copy;
    }

    @Override
    public Tensor input(int number) {
        return copy;
    }

    @Override
    public Epilogue epilogue() {
        return outer().epilogue();
    }
}
