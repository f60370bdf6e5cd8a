package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Weights;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Conv;

/**
 * The weights of a convolution with those of the batch normalization after it: (Σ w·x + b − mean)·s + shift = Σ (s·w)·x + (b − mean)·s +
 * shift, where s = scale / √(variance + epsilon). The arrays that are drawn stay as they are: other layers may share them.
 */
final class FoldedWeights implements Weights {
    private static final String NORMALIZATION = "batchnorm.";

    private final Conv conv;
    private final Weights drawn;
    private final double[] scale;
    private final double[] mean;
    private final double[] shift;

    private FoldedWeights(Conv conv, Weights drawn) {
        int channels = Math.toIntExact(conv.channels());
        this.conv = conv;
        this.drawn = drawn;
        this.scale = new double[channels];
        this.mean = new double[channels];
        this.shift = new double[channels];
    }

    /** @param drawn those of both, the normalization's after the name of its operator */
    static FoldedWeights of(Conv conv, BatchNorm normalization, Weights drawn) {
        FoldedWeights folded = new FoldedWeights(conv, drawn);
        float[] mean = folded.ofNormalization("running_mean");
        float[] variance = folded.ofNormalization("running_var");
        for (int channel = 0; channel < mean.length; channel++) {
            folded.mean[channel] = mean[channel];
            folded.scale[channel] = 1 / Math.sqrt(variance[channel] + normalization.epsilon());
        }
        if (normalization.affine()) {
            float[] weight = folded.ofNormalization("weight");
            float[] bias = folded.ofNormalization("bias");
            for (int channel = 0; channel < mean.length; channel++) {
                folded.scale[channel] *= weight[channel];
                folded.shift[channel] = bias[channel];
            }
        }
        if (!normalization.frozen() && normalization.counted()) {
            drawn.draw(NORMALIZATION + "num_batches_tracked");
        }
        return folded;
    }

    private float[] ofNormalization(String tensor) {
        return drawn.draw(NORMALIZATION + tensor, conv.channels());
    }

    @Override
    public float[] draw(String tensor, long... extents) {
        return switch (tensor) {
            case "weight" -> scaled(drawn.draw(tensor, extents));
            case "bias" -> shifted(conv.bias() ? drawn.draw(tensor, extents) : new float[scale.length]);
            default -> drawn.draw(tensor, extents);
        };
    }

    private float[] scaled(float[] weight) {
        float[] scaled = new float[weight.length];
        int each = weight.length / scale.length;
        for (int i = 0; i < weight.length; i++) {
            scaled[i] = (float) (weight[i] * scale[i / each]);
        }
        return scaled;
    }

    private float[] shifted(float[] bias) {
        float[] shifted = new float[bias.length];
        for (int channel = 0; channel < bias.length; channel++) {
            shifted[channel] = (float) ((bias[channel] - mean[channel]) * scale[channel] + shift[channel]);
        }
        return shifted;
    }
}
