package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.Panel;
import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.EvenSplit;
import java.util.Arrays;

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
    private final Panel[][] panels;

    /**
     * Transforms the weights.
     *
     * @param kernels [channels][depth][3][3]
     */
    WinogradWeights(float[] kernels, int channels, int depth, Tiling tiling) {
        this.channels = channels;
        this.depth = depth;
        this.rows = tiling.rows();
        this.panels = new Panel[POINTS][panels()];
        for (Panel[] point : panels) {
            Arrays.setAll(point, panel -> tiling.left(depth, rows, float[]::new));
        }
        double[] transformed = new double[POINTS];
        for (int channel = 0; channel < channels; channel++) {
            for (int c = 0; c < depth; c++) {
                transform(kernels, (channel * depth + c) * TAPS * TAPS, transformed);
                for (int point = 0; point < POINTS; point++) {
                    Panel panel = panels[point][channel / rows];
                    panel.array(c)[panel.at(c) + channel % rows] = (float) transformed[point];
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

    /** Panels of as many channels as a tile of a matrix product has rows. */
    int panels() {
        return EvenSplit.parts(channels, rows);
    }

    Panel panel(int point, int panel) {
        return panels[point][panel];
    }

    /** G·g·Gᵀ of the kernel g that begins at {@code from}. */
    static void transform(float[] kernels, int from, double[] transformed) {
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
