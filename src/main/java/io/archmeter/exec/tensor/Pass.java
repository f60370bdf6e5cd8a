package io.archmeter.exec.tensor;

/** A layer with its weights, ready to be run. */
public interface Pass {
    void run(KernelCall call);
}
