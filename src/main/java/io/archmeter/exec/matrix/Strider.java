package io.archmeter.exec.matrix;

/** Copies elements that do not lie side by side. */
@FunctionalInterface
public interface Strider {
    /** to[at + i] = from[begin + i·stride] for i from 0 to {@code count} − 1. */
    void copy(float[] from, int begin, int stride, float[] to, int at, int count);

    /** One by one. */
    static void plain(float[] from, int begin, int stride, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from[begin + i * stride];
        }
    }
}
