package io.archmeter.exec.matrix;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Small tiles, several of them beside each other in a panel.
 *
 * @param maker makes a tile of so many rows and columns
 * @param stencils makes a stencil
 */
public record PackedTiling(
        int vectorBits,
        int rows,
        int columns,
        Strider strider,
        Function<IntFunction<float[]>, Tile> maker,
        Supplier<Stencil> stencils)
        implements Tiling {
    private static final int PANEL_DEPTH = 384;
    private static final int PANEL_COLUMNS = 256;

    /** Rows that lie a power of 2 apart would compete for the same lines of a cache. */
    private static final int APART = 16;

    @Override
    public int panelDepth() {
        return PANEL_DEPTH;
    }

    @Override
    public int panelColumns() {
        return PANEL_COLUMNS;
    }

    @Override
    public int grain() {
        return columns;
    }

    @Override
    public long cost(int rows, int columns) {
        return (long) up(rows, this.rows) * up(columns, this.columns);
    }

    @Override
    public Panel left(int depth, int rows, IntFunction<float[]> memory) {
        return Panel.together(depth, pitch(rows, this.rows), strider, memory);
    }

    @Override
    public Panel right(int depth, int columns, IntFunction<float[]> memory) {
        return Panel.together(depth, pitch(columns, this.columns), strider, memory);
    }

    @Override
    public Tile tile(IntFunction<float[]> memory) {
        return maker.apply(memory);
    }

    @Override
    public Stencil stencil(IntFunction<float[]> memory) {
        return stencils.get();
    }

    private static int pitch(int width, int unit) {
        int whole = up(width, unit);
        return whole == unit ? whole : whole + APART;
    }

    private static int up(int number, int unit) {
        return (number + unit - 1) / unit * unit;
    }
}
