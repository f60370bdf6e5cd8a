package io.archmeter.exec.matrix;

import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Tiles that read both factors in one go, each from one array.
 *
 * @param maker makes a tile of so many rows and columns
 */
public record PackedTiling(int rows, int columns, Function<IntFunction<float[]>, Tile> maker) implements Tiling {
    @Override
    public Strip left(int depth, IntFunction<float[]> memory) {
        return Strip.together(depth, rows, memory);
    }

    @Override
    public Strip right(int depth, IntFunction<float[]> memory) {
        return Strip.together(depth, columns, memory);
    }

    @Override
    public Tile tile(IntFunction<float[]> memory) {
        return maker.apply(memory);
    }
}
