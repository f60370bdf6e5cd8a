package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Shape;
import io.archmeter.op.Conv;
import java.util.List;
import java.util.Optional;

/** Convolution with fewer multiplications where that is possible and worth it, and by the definition elsewhere. */
public final class FastConvKernel implements Kernel<Conv> {
    private final ConvKernel direct;
    private final WinogradKernel winograd;

    /**
     * @param byChannels how vectors of channels are transformed; empty for plain Java
     */
    public FastConvKernel(Tiling tiling, Optional<ChannelWinograd> byChannels) {
        this.direct = new ConvKernel(tiling);
        this.winograd = new WinogradKernel(tiling, byChannels);
    }

    @Override
    public Pass prepare(Conv op, List<Shape> inputs, Weights weights) {
        Kernel<Conv> kernel = winograd.suits(op, inputs.get(0)) ? winograd : direct;
        return kernel.prepare(op, inputs, weights);
    }
}
