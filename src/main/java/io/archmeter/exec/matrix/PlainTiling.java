package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/** Tiles in plain Java: few rows and many columns, in loops over whole arrays, which is what the JIT compiler turns into vectors. */
final class PlainTiling implements Tiling {
    static final int ROWS = 4;

    /**
     * Rows of 508 numbers and an array's header of 16 bytes are a multiple of a cache line, so that all rows are aligned alike.
     */
    static final int COLUMNS = 508;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public Strip left(int depth, IntFunction<float[]> memory) {
        return Strip.together(depth, ROWS, memory);
    }

    @Override
    public Strip right(int depth, IntFunction<float[]> memory) {
        return Strip.apart(depth, COLUMNS, memory);
    }

    @Override
    public Tile tile(IntFunction<float[]> memory) {
        return new PlainTile(memory);
    }
}
