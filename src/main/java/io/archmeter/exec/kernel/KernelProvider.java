package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Kernel;
import io.archmeter.graph.Op;
import java.util.Map;

/**
 * Kernels of the operators of a project, so that {@code verify} proves what their rules say. {@link java.util.ServiceLoader} finds it
 * by the file {@code META-INF/services/io.archmeter.exec.kernel.KernelProvider}, which names the class; it needs a constructor without
 * parameters.
 */
public interface KernelProvider {
    /** Each kernel by the class of the attributes that it takes. */
    Map<Class<? extends Op>, Kernel<? extends Op>> kernels();
}
