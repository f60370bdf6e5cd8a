package io.archmeter.exec.kernel;

/** How several elements become one. */
enum Reduction {
    MAXIMUM(Float.NEGATIVE_INFINITY) {
        @Override
        void join(float[] to, float[] other, int elements) {
            for (int i = 0; i < elements; i++) {
                to[i] = Math.max(to[i], other[i]);
            }
        }
    },
    MINIMUM(Float.POSITIVE_INFINITY) {
        @Override
        void join(float[] to, float[] other, int elements) {
            for (int i = 0; i < elements; i++) {
                to[i] = Math.min(to[i], other[i]);
            }
        }
    },
    SUM(0) {
        @Override
        void join(float[] to, float[] other, int elements) {
            for (int i = 0; i < elements; i++) {
                to[i] += other[i];
            }
        }
    },
    DIFFERENCE(0) {
        @Override
        void join(float[] to, float[] other, int elements) {
            for (int i = 0; i < elements; i++) {
                to[i] -= other[i];
            }
        }
    },
    PRODUCT(1) {
        @Override
        void join(float[] to, float[] other, int elements) {
            for (int i = 0; i < elements; i++) {
                to[i] *= other[i];
            }
        }
    },
    QUOTIENT(1) {
        @Override
        void join(float[] to, float[] other, int elements) {
            for (int i = 0; i < elements; i++) {
                to[i] /= other[i];
            }
        }
    };

    private final float ofNothing;

    Reduction(float ofNothing) {
        this.ofNothing = ofNothing;
    }

    /** What comes out where there are no elements, and what changes nothing among others. */
    float ofNothing() {
        return ofNothing;
    }

    /** Takes {@code other} into {@code to}, element by element; the JIT makes vectors of equal indices alone. */
    abstract void join(float[] to, float[] other, int elements);
}
