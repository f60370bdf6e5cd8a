package io.archmeter.exec.matrix;

/** Dot products in plain Java. Each row has two sums, so that an addition need not wait for the one before. */
final class PlainDotProducts implements DotProducts {
    @Override
    public void addRows(float[] matrix, int from, int pitch, float[] x, int at, int length, float[] sums, int to) {
        int second = from + pitch;
        int third = second + pitch;
        int fourth = third + pitch;
        float a0 = 0;
        float b0 = 0;
        float c0 = 0;
        float d0 = 0;
        float a1 = 0;
        float b1 = 0;
        float c1 = 0;
        float d1 = 0;
        for (int i = 0; i < length - 1; i += 2) {
            float u = x[at + i];
            float v = x[at + i + 1];
            a0 = Math.fma(matrix[from + i], u, a0);
            b0 = Math.fma(matrix[second + i], u, b0);
            c0 = Math.fma(matrix[third + i], u, c0);
            d0 = Math.fma(matrix[fourth + i], u, d0);
            a1 = Math.fma(matrix[from + i + 1], v, a1);
            b1 = Math.fma(matrix[second + i + 1], v, b1);
            c1 = Math.fma(matrix[third + i + 1], v, c1);
            d1 = Math.fma(matrix[fourth + i + 1], v, d1);
        }
        if (length % 2 == 1) {
            int last = length - 1;
            float u = x[at + last];
            a0 = Math.fma(matrix[from + last], u, a0);
            b0 = Math.fma(matrix[second + last], u, b0);
            c0 = Math.fma(matrix[third + last], u, c0);
            d0 = Math.fma(matrix[fourth + last], u, d0);
        }
        sums[to] += a0 + a1;
        sums[to + 1] += b0 + b1;
        sums[to + 2] += c0 + c1;
        sums[to + 3] += d0 + d1;
    }

    @Override
    public void addRow(float[] matrix, int from, float[] x, int at, int length, float[] sums, int to) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum = Math.fma(matrix[from + i], x[at + i], sum);
        }
        sums[to] += sum;
    }
}
