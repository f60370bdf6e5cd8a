package io.archmeter.exec.kernel;

/** A layer with its weights, ready to be run. */
public interface Pass {
    void run(Call call);
}
