package io.archmeter.op;

import java.util.Locale;

/** What an element of a resized map is made of. */
public enum Interpolation {
    /** The element at the place, or before it. */
    NEAREST(1, 0),
    /** The two elements around the place, along one axis. */
    LINEAR(2, 1),
    /** The same along two axes. */
    BILINEAR(2, 2),
    /** The same along three axes. */
    TRILINEAR(2, 3),
    /** Four elements along each of two axes, by cubic convolution with a = −0.75 (Keys 1981). */
    BICUBIC(4, 2);

    static final String[] WORDS = {"nearest", "linear", "bilinear", "trilinear", "bicubic"};

    private final int taps;
    private final int axes;

    /** @param axes how many spatial axes it is for; 0 for any number */
    Interpolation(int taps, int axes) {
        this.taps = taps;
        this.axes = axes;
    }

    static Interpolation named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** How many elements it takes together along an axis. */
    int taps() {
        return taps;
    }

    /** Refuses what PyTorch refuses: a mode for another number of axes, and corners where nothing is interpolated. */
    void requireFit(int rank, boolean alignCorners) {
        if (axes != 0 && axes != rank) {
            String fitting = rank == 1 ? "nearest or linear" : rank == 2 ? "nearest, bilinear or bicubic" : "nearest";
            throw new Refusal(
                    "wrong-rank",
                    "mode",
                    this + " is for " + axes + (axes == 1 ? " spatial axis" : " spatial axes") + ", but the input has "
                            + rank,
                    "use " + (rank == 3 ? "nearest or trilinear" : fitting));
        }
        if (this == NEAREST && alignCorners) {
            throw new Refusal(
                    "cannot-align",
                    "align_corners",
                    "nearest elements are not interpolated, so that no corners can be aligned",
                    "leave align_corners out, or use another mode");
        }
    }

    /** As it would be written in a spec. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
