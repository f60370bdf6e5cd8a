package io.archmeter.exec.kernel;

/** Sums of elements that lie side by side: four of them at a time, none of which waits for another. */
final class Sums {
    private Sums() {}

    static double of(float[] x, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i <= from + count - 4; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < from + count; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }

    /** Of the squares of their distances to a number. */
    static double ofSquares(float[] x, int from, int count, double to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i <= from + count - 4; i += 4) {
            a += square(x[i] - to);
            b += square(x[i + 1] - to);
            c += square(x[i + 2] - to);
            d += square(x[i + 3] - to);
        }
        for (; i < from + count; i++) {
            a += square(x[i] - to);
        }
        return a + b + (c + d);
    }

    private static double square(double number) {
        return number * number;
    }
}
