package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Tiling;
import io.archmeter.exec.matrix.Tilings;

/** What a forward pass multiplies with, in a line: {@code vectors: 256 bits (AVX2), tiles of 6×16}. */
public final class VectorLine {
    private VectorLine() {}

    /** That of this Java on this machine. */
    public static String ofThisMachine() {
        return of(Tilings.best(), System.getProperty("os.arch"));
    }

    /** @param architecture of the machine, as Java calls it */
    static String of(Tiling tiling, String architecture) {
        String tiles = "tiles of " + tiling.rows() + "×" + tiling.columns();
        return tiling.vectorBits() == 0
                ? "vectors: as the compiler makes them of plain Java, " + tiles
                : "vectors: " + tiling.vectorBits() + " bits" + instructions(architecture, tiling.vectorBits()) + ", "
                        + tiles;
    }

    private static String instructions(String architecture, int bits) {
        return switch (architecture + " " + bits) {
            case "amd64 128", "x86_64 128" -> " (AVX)";
            case "amd64 256", "x86_64 256" -> " (AVX2)";
            case "amd64 512", "x86_64 512" -> " (AVX-512)";
            case "aarch64 128" -> " (NEON)";
            case "aarch64 256", "aarch64 512" -> " (SVE)";
            default -> "";
        };
    }
}
