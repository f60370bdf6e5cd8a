package io.archmeter.exec.matrix;

/** The transforms in plain Java; what two rows of a matrix share is computed once. */
final class PlainWinogradTransform implements WinogradTransform {
    @Override
    public void inputColumns(float[] x, int from, int step, int columns) {
        for (int at = from; at < from + columns; at++) {
            float x1 = x[at + step];
            float x2 = x[at + 2 * step];
            float x3 = x[at + 3 * step];
            float x4 = x[at + 4 * step];
            float even = x4 - 4 * x2;
            float odd = x3 - 4 * x1;
            float evenOfTwo = x4 - x2;
            float oddOfTwo = 2 * (x3 - x1);
            x[at] = 4 * x[at] - 5 * x2 + x4;
            x[at + step] = even + odd;
            x[at + 2 * step] = even - odd;
            x[at + 3 * step] = evenOfTwo + oddOfTwo;
            x[at + 4 * step] = evenOfTwo - oddOfTwo;
            x[at + 5 * step] = 4 * x1 - 5 * x3 + x[at + 5 * step];
        }
    }

    @Override
    public void inputRows(float[] x, int from, float[][] y, int to, int tiles) {
        float[] y0 = y[0];
        float[] y1 = y[1];
        float[] y2 = y[2];
        float[] y3 = y[3];
        float[] y4 = y[4];
        float[] y5 = y[5];
        for (int t = 0; t < tiles; t++) {
            float x0 = x[from + OUTPUT * t];
            float x1 = x[from + OUTPUT * t + 1];
            float x2 = x[from + OUTPUT * t + 2];
            float x3 = x[from + OUTPUT * t + 3];
            float x4 = x[from + OUTPUT * t + 4];
            float x5 = x[from + OUTPUT * t + 5];
            float even = x4 - 4 * x2;
            float odd = x3 - 4 * x1;
            float evenOfTwo = x4 - x2;
            float oddOfTwo = 2 * (x3 - x1);
            y0[to + t] = 4 * x0 - 5 * x2 + x4;
            y1[to + t] = even + odd;
            y2[to + t] = even - odd;
            y3[to + t] = evenOfTwo + oddOfTwo;
            y4[to + t] = evenOfTwo - oddOfTwo;
            y5[to + t] = 4 * x1 - 5 * x3 + x5;
        }
    }

    @Override
    public void outputColumns(float[] x, int from, int step, float[] y, int to, int stride, int columns) {
        for (int t = 0; t < columns; t++) {
            float x1 = x[from + step + t];
            float x2 = x[from + 2 * step + t];
            float x3 = x[from + 3 * step + t];
            float x4 = x[from + 4 * step + t];
            float sum = x1 + x2;
            float difference = x1 - x2;
            float sumOfTwo = x3 + x4;
            float differenceOfTwo = x3 - x4;
            y[to + t] = x[from + t] + sum + sumOfTwo;
            y[to + stride + t] = difference + 2 * differenceOfTwo;
            y[to + 2 * stride + t] = sum + 4 * sumOfTwo;
            y[to + 3 * stride + t] = difference + 8 * differenceOfTwo + x[from + 5 * step + t];
        }
    }

    @Override
    public void outputRows(float[] x, int from, int step, float bias, float[] y, int to, int tiles) {
        for (int t = 0; t < tiles; t++) {
            float x1 = x[from + step + t];
            float x2 = x[from + 2 * step + t];
            float x3 = x[from + 3 * step + t];
            float x4 = x[from + 4 * step + t];
            float sum = x1 + x2;
            float difference = x1 - x2;
            float sumOfTwo = x3 + x4;
            float differenceOfTwo = x3 - x4;
            y[to + OUTPUT * t] = x[from + t] + sum + sumOfTwo + bias;
            y[to + OUTPUT * t + 1] = difference + 2 * differenceOfTwo + bias;
            y[to + OUTPUT * t + 2] = sum + 4 * sumOfTwo + bias;
            y[to + OUTPUT * t + 3] = difference + 8 * differenceOfTwo + x[from + 5 * step + t] + bias;
        }
    }
}
