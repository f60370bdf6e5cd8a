package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.WinogradTransform;

/**
 * The weights of a convolution, each kernel g of 3×3 in its transformed form G·g·Gᵀ of 6×6 (see {@link WinogradTransform}): for each
 * of the 36 points a matrix of channels×depth, in the panels that a tile of a matrix product takes.
 *
 * @param panels [point][panel][depth][rows]; rows beyond the last channel are 0
 * @param rows channels in a panel
 */
record WinogradWeights(float[] panels, int channels, int depth, int rows) {
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

    /** Transforms the weights of channels×depth×3×3. */
    static WinogradWeights of(float[] kernels, int channels, int depth, int rows) {
        int panels = (channels + rows - 1) / rows;
        int plane = panels * depth * rows;
        float[] packed = new float[Math.multiplyExact(POINTS, plane)];
        double[] transformed = new double[POINTS];
        for (int channel = 0; channel < channels; channel++) {
            for (int c = 0; c < depth; c++) {
                transform(kernels, (channel * depth + c) * TAPS * TAPS, transformed);
                int to = (channel / rows * depth + c) * rows + channel % rows;
                for (int point = 0; point < POINTS; point++) {
                    packed[point * plane + to] = (float) transformed[point];
                }
            }
        }
        return new WinogradWeights(packed, channels, depth, rows);
    }

    int panelCount() {
        return (channels + rows - 1) / rows;
    }

    /** Where a panel begins. */
    int panel(int point, int panel) {
        return (point * panelCount() + panel) * depth * rows;
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
