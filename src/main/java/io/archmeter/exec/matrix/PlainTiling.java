package io.archmeter.exec.matrix;

import java.util.function.IntFunction;

/** Tiles in plain Java: few rows and many columns, in loops over whole arrays, which is what the JIT compiler turns into vectors. */
final class PlainTiling implements Tiling {
    static final int ROWS = 4;

    /** Numbers in the longest array; it lies in the first cache with the others that a loop goes over. */
    static final int COLUMNS = 764;

    private static final int PANEL_DEPTH = 256;

    /** Numbers in the line of a cache, and those that an array's header takes of its first one. */
    private static final int LINE = 16;

    private static final int HEADER = 4;

    /** Columns in whose time a loop begins and ends, one element at a time: as measured. */
    private static final int BORDER = 250;

    @Override
    public int vectorBits() {
        return 0;
    }

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public int panelDepth() {
        return PANEL_DEPTH;
    }

    @Override
    public int panelColumns() {
        return COLUMNS;
    }

    @Override
    public int grain() {
        return LINE;
    }

    @Override
    public long cost(int rows, int columns) {
        long loops = (columns + COLUMNS - 1) / COLUMNS;
        return (rows + ROWS - 1L) / ROWS * ROWS * (columns + loops * BORDER);
    }

    @Override
    public Panel left(int depth, int rows, IntFunction<float[]> memory) {
        return Panel.together(depth, (rows + ROWS - 1) / ROWS * ROWS, Strider::plain, memory);
    }

    @Override
    public Panel right(int depth, int columns, IntFunction<float[]> memory) {
        return Panel.apart(depth, wholeLines(columns), Strider::plain, memory);
    }

    @Override
    public Tile tile(IntFunction<float[]> memory) {
        return new PlainTile(memory);
    }

    @Override
    public Stencil stencil(IntFunction<float[]> memory) {
        return new PlainStencil(memory);
    }

    @Override
    public Strider strider() {
        return Strider::plain;
    }

    /** So many numbers, or some more, that the array ends where a line does: those that follow each other are then aligned alike. */
    private static int wholeLines(int columns) {
        return (columns + HEADER + LINE - 1) / LINE * LINE - HEADER;
    }
}
