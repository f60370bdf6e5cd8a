package com.example;

import io.archmeter.exec.kernel.KernelProvider;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Map;

/** Runs {@link LayerScale}. */
public final class LayerScaleKernel implements Kernel<LayerScale> {
    public static class Provider implements KernelProvider {
        @Override
        public Map<Class<? extends Op>, Kernel<? extends Op>> kernels() {
            return Map.of(LayerScale.class, new LayerScaleKernel());
        }
    }

    @Override
    public Pass prepare(LayerScale op, List<Shape> inputs, Weights weights) {
        int channels = (int) inputs.get(0).channels();
        float[] gamma = weights.draw("gamma", channels);
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            int positions = x.elements() / ((int) x.shape().batch() * channels);
            for (int i = 0; i < x.elements(); i++) {
                y.data()[y.offset() + i] = x.data()[x.offset() + i] * gamma[i / positions % channels];
            }
        };
    }
}
