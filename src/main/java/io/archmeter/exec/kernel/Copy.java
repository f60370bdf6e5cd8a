package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Tensor;

/** Passes elements on: nothing is moved where both tensors are the same elements. */
final class Copy {
    private Copy() {}

    /** Passes on {@code length} elements from {@code first} on. */
    static void elements(Tensor from, Tensor to, int first, int length) {
        if (!from.sameElementsAs(to)) {
            System.arraycopy(from.data(), from.offset() + first, to.data(), to.offset() + first, length);
        }
    }
}
