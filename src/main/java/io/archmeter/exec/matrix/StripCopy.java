package io.archmeter.exec.matrix;

/** Copies elements that lie side by side to strips. */
@FunctionalInterface
public interface StripCopy {
    /** With the Vector API where Java was started with its module, and plain where not. */
    static StripCopy best() {
        return VectorClasses.create(StripCopy.class, "VectorStripCopy").orElse(StripCopy::plain);
    }

    /** to[at + s·step + i] = from[begin + s·width + i] for s from 0 to {@code strips} − 1 and i from 0 to {@code width} − 1. */
    void copy(float[] from, int begin, int width, float[] to, int at, int step, int strips);

    /** A strip after the other. */
    static void plain(float[] from, int begin, int width, float[] to, int at, int step, int strips) {
        for (int strip = 0; strip < strips; strip++) {
            System.arraycopy(from, begin + strip * width, to, at + strip * step, width);
        }
    }
}
