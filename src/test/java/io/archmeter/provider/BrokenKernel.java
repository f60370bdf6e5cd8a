package io.archmeter.provider;

import com.example.LayerScale;
import io.archmeter.exec.kernel.KernelProvider;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.graph.Op;
import java.util.Map;

/** Kernels for the operator of the example that do not do what a kernel has to. */
final class BrokenKernel {
    private BrokenKernel() {}

    public static class Throwing implements KernelProvider {
        @Override
        public Map<Class<? extends Op>, Kernel<? extends Op>> kernels() {
            return Map.of(LayerScale.class, (op, inputs, weights) -> {
                throw new IllegalStateException("mistake");
            });
        }
    }

    /** Its layer puts out nothing. */
    public static class Silent implements KernelProvider {
        @Override
        public Map<Class<? extends Op>, Kernel<? extends Op>> kernels() {
            return Map.of(LayerScale.class, (op, inputs, weights) -> call -> {});
        }
    }
}
