package io.archmeter.exec.kernel;

/** Passes elements on: nothing is moved where both tensors are the same elements. */
final class Copy {
    private Copy() {}

    static void elements(Tensor from, Tensor to) {
        if (!from.sameElementsAs(to)) {
            System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.elements());
        }
    }
}
