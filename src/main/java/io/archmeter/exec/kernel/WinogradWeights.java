package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Strip;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.WinogradTransform;

/**
 * The weights of a convolution, each kernel g of 3×3 taps as G·g·Gᵀ (see {@link WinogradTransform}): for each of the 36 points a matrix
 * of channels×depth, packed as the left factor of a matrix product.
 */
final class WinogradWeights {
    static final int TAPS = 3;
    static final int POINTS = WinogradTransform.INPUT * WinogradTransform.INPUT;

    private static final double[][] G = {
        {1 / 4.0, 0, 0},
        {-1 / 6.0, -1 / 6.0, -1 / 6.0},
        {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0},
        {1 / 24.0, -1 / 12.0, 1 / 6.0},
        {0, 0, 1}
    };

    private final int channels;
    private final int depth;
    private final int rows;
    private final Strip[] points = new Strip[POINTS];

    /**
     * Transforms the weights.
     *
     * @param kernels [channels][depth][3][3]
     */
    WinogradWeights(float[] kernels, int channels, int depth, Tiling tiling) {
        this.channels = channels;
        this.depth = depth;
        this.rows = tiling.rows();
        for (int point = 0; point < POINTS; point++) {
            points[point] = tiling.left(Math.multiplyExact(panels(), depth), float[]::new);
        }
        double[] transformed = new double[POINTS];
        for (int channel = 0; channel < channels; channel++) {
            for (int c = 0; c < depth; c++) {
                transform(kernels, (channel * depth + c) * TAPS * TAPS, transformed);
                int k = panel(channel / rows) + c;
                for (int point = 0; point < POINTS; point++) {
                    points[point].array(k)[points[point].at(k) + channel % rows] = (float) transformed[point];
                }
            }
        }
    }

    int channels() {
        return channels;
    }

    int depth() {
        return depth;
    }

    /** Panels of as many channels as a tile has rows. */
    int panels() {
        return (channels + rows - 1) / rows;
    }

    /** The panels of a point, one after the other. */
    Strip point(int point) {
        return points[point];
    }

    /** The row of the strip where a panel begins. */
    int panel(int panel) {
        return panel * depth;
    }

    private static void transform(float[] kernels, int from, double[] transformed) {
        for (int i = 0; i < WinogradTransform.INPUT; i++) {
            double left = 0;
            double middle = 0;
            double right = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                left += G[i][tap] * kernels[from + tap * TAPS];
                middle += G[i][tap] * kernels[from + tap * TAPS + 1];
                right += G[i][tap] * kernels[from + tap * TAPS + 2];
            }
            for (int j = 0; j < WinogradTransform.INPUT; j++) {
                transformed[i * WinogradTransform.INPUT + j] = G[j][0] * left + G[j][1] * middle + G[j][2] * right;
            }
        }
    }
}
