package io.archmeter.exec.kernel;

import io.archmeter.graph.Op;
import io.archmeter.op.Activation;
import io.archmeter.op.Conv;
import io.archmeter.op.Dropout;
import io.archmeter.op.Identity;
import io.archmeter.op.Linear;
import java.util.Map;
import java.util.Optional;

/** All kernels: the only list. */
public final class Kernels {
    private static final Map<Class<? extends Op>, Kernel<? extends Op>> KERNELS = Map.ofEntries(
            // keep sorted
            entry(Activation.class, new ActivationKernel()),
            entry(Conv.class, new ConvKernel()),
            entry(Dropout.class, new DropoutKernel()),
            entry(Identity.class, new IdentityKernel()),
            entry(Linear.class, new LinearKernel()));

    private Kernels() {}

    /** The kernel of an operator; empty where there is none. */
    @SuppressWarnings("unchecked") // an entry's kernel takes what its class names
    public static Optional<Kernel<Op>> of(Op op) {
        return Optional.ofNullable((Kernel<Op>) KERNELS.get(op.getClass()));
    }

    private static <O extends Op> Map.Entry<Class<? extends Op>, Kernel<? extends Op>> entry(
            Class<O> type, Kernel<O> kernel) {
        return Map.entry(type, kernel);
    }
}
