package io.archmeter.exec.matrix;

/** The transforms in plain Java; what two rows of a matrix share is computed once. */
final class PlainWinogradTransform implements WinogradTransform {
    @Override
    public void input(float[] x, int from, int step, float[] y, int to, int stride, int vectors) {
        for (int t = 0; t < vectors; t++) {
            float x0 = x[from + t];
            float x1 = x[from + step + t];
            float x2 = x[from + 2 * step + t];
            float x3 = x[from + 3 * step + t];
            float x4 = x[from + 4 * step + t];
            float x5 = x[from + 5 * step + t];
            float even = x4 - 4 * x2;
            float odd = x3 - 4 * x1;
            float evenOfTwo = x4 - x2;
            float oddOfTwo = 2 * (x3 - x1);
            y[to + t] = 4 * x0 - 5 * x2 + x4;
            y[to + stride + t] = even + odd;
            y[to + 2 * stride + t] = even - odd;
            y[to + 3 * stride + t] = evenOfTwo + oddOfTwo;
            y[to + 4 * stride + t] = evenOfTwo - oddOfTwo;
            y[to + 5 * stride + t] = 4 * x1 - 5 * x3 + x5;
        }
    }

    @Override
    public void output(float[] x, int from, int step, float[] y, int to, int stride, int vectors) {
        for (int t = 0; t < vectors; t++) {
            float x0 = x[from + t];
            float x1 = x[from + step + t];
            float x2 = x[from + 2 * step + t];
            float x3 = x[from + 3 * step + t];
            float x4 = x[from + 4 * step + t];
            float x5 = x[from + 5 * step + t];
            float sum = x1 + x2;
            float difference = x1 - x2;
            float sumOfTwo = x3 + x4;
            float differenceOfTwo = x3 - x4;
            y[to + t] = x0 + sum + sumOfTwo;
            y[to + stride + t] = difference + 2 * differenceOfTwo;
            y[to + 2 * stride + t] = sum + 4 * sumOfTwo;
            y[to + 3 * stride + t] = difference + 8 * differenceOfTwo + x5;
        }
    }
}
