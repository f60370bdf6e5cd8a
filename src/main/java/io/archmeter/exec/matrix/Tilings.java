package io.archmeter.exec.matrix;

/** The ways in which this Java machine can multiply matrices. */
public final class Tilings {
    private Tilings() {}

    /** With the Vector API where Java was started with its module, and plain where not. */
    public static Tiling best() {
        return VectorClasses.create(Tiling.class, "VectorTiling").orElseGet(Tilings::plain);
    }

    public static Tiling plain() {
        return new PlainTiling();
    }
}
