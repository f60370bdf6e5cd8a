package io.archmeter.exec.matrix;

/** The steps of Winograd's convolution as its paper has them: matrices, multiplied element by element, without vectors. */
public final class MatrixWinograd implements ChannelWinograd {
    private static final float[][] INPUT = WinogradTransformTest.INPUT;
    private static final float[][] OUTPUT = WinogradTransformTest.OUTPUT;

    @Override
    public int lanes() {
        return 4;
    }

    @Override
    public int width() {
        return 8;
    }

    @Override
    public int space() {
        return 0;
    }

    @Override
    public void input(
            float[] x, int from, int down, int right, int channels, float[] y, int to, int step, float[] space) {
        for (int c = 0; c < channels; c++) {
            for (int point = 0; point < 36; point++) {
                double sum = 0;
                for (int i = 0; i < 6; i++) {
                    for (int j = 0; j < 6; j++) {
                        sum += INPUT[point / 6][i] * x[from + i * down + j * right + c] * INPUT[point % 6][j];
                    }
                }
                y[to + point * step + c] = (float) sum;
            }
        }
    }

    @Override
    public void multiply(
            float[] tiles,
            int from,
            int pitch,
            float[] weights,
            int at,
            int depth,
            float[] sums,
            int to,
            int stride,
            boolean accumulate) {
        for (int tile = 0; tile < TILES; tile++) {
            for (int channel = 0; channel < width(); channel++) {
                double sum = accumulate ? sums[to + tile * stride + channel] : 0;
                for (int k = 0; k < depth; k++) {
                    sum += (double) tiles[from + tile * pitch + k] * weights[at + k * width() + channel];
                }
                sums[to + tile * stride + channel] = (float) sum;
            }
        }
    }

    @Override
    public void output(
            float[] x,
            int from,
            int step,
            int channels,
            float[] bias,
            int at,
            float[] y,
            int to,
            int down,
            int right,
            float[] space) {
        for (int c = 0; c < channels; c++) {
            for (int element = 0; element < 16; element++) {
                double sum = bias[at + c];
                for (int point = 0; point < 36; point++) {
                    sum += OUTPUT[element / 4][point / 6] * x[from + point * step + c] * OUTPUT[element % 4][point % 6];
                }
                y[to + element / 4 * down + element % 4 * right + c] = (float) sum;
            }
        }
    }
}
