package io.archmeter.exec.matrix;

import java.util.Optional;

/** The ways in which this Java machine can multiply matrices. */
public final class Tilings {
    private Tilings() {}

    /** With the Vector API where Java was started with its module, and plain where not. */
    public static Tiling best() {
        return VectorClasses.create(Tiling.class, "VectorTiling").orElseGet(Tilings::plain);
    }

    /** Those for vectors of 128, 256 or 512 bits, whatever this machine has; empty where Java was started without the module. */
    public static Optional<Tiling> forVectors(int bits) {
        return VectorClasses.create(Tiling.class, "VectorTiling", bits);
    }

    public static Tiling plain() {
        return new PlainTiling();
    }
}
