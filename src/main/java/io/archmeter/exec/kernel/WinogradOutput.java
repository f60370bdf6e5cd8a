package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.WinogradTransform;

/** The way from the matrix products to the output, a channel at a time. */
final class WinogradOutput {
    private static final int INPUT = WinogradTransform.INPUT;
    private static final int OUTPUT = WinogradTransform.OUTPUT;

    private final Tensor y;
    private final WinogradTiles tiles;
    private final WinogradTransform transform;
    private final WinogradBlock block;

    WinogradOutput(Tensor y, WinogradTiles tiles, WinogradTransform transform, WinogradBlock block) {
        this.y = y;
        this.tiles = tiles;
        this.transform = transform;
        this.block = block;
    }

    /** Elements of workspace: four rows of each tile, of six elements and then of four. */
    int workspace() {
        return OUTPUT * INPUT * block.tiles();
    }

    /** Transforms the tiles from {@code first} to before {@code end}. */
    void transform(int channel, float bias, int first, int end, float[] space) {
        int count = block.whole(end - first);
        int step = block.tiles();
        for (int column = 0; column < INPUT; column++) {
            int from = block.output(channel) + column * block.stride();
            transform.output(block.output(), from, INPUT * block.stride(), space, column * step, INPUT * step, count);
        }
        for (int row = 0; row < OUTPUT; row++) {
            int from = row * INPUT * step;
            transform.output(space, from, step, space, from, step, count);
        }
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            place(channel, bias, tile, run, space, tile - first);
        }
    }

    /** Puts tiles that lie side by side into the output, without what hangs over. */
    private void place(int channel, float bias, int tile, int run, float[] space, int lane) {
        int width = y.extent(3);
        int column = tiles.column(tile);
        int plane = y.offset() + (tiles.image(tile) * y.channels() + channel) * y.positions();
        int whole = Math.min(run, (width - column) / OUTPUT);
        for (int i = 0; i < Math.min(OUTPUT, y.extent(2) - tiles.row(tile)); i++) {
            int from = i * INPUT * block.tiles() + lane;
            int to = plane + (tiles.row(tile) + i) * width + column;
            putTogether(space, from, y.data(), to, whole, bias);
            for (int j = whole * OUTPUT; j < Math.min(run * OUTPUT, width - column); j++) {
                y.data()[to + j] = space[from + j % OUTPUT * block.tiles() + j / OUTPUT] + bias;
            }
        }
    }

    private void putTogether(float[] space, int from, float[] to, int target, int run, float bias) {
        int stride = block.tiles();
        for (int t = 0; t < run; t++) {
            to[target + OUTPUT * t] = space[from + t] + bias;
            to[target + OUTPUT * t + 1] = space[from + stride + t] + bias;
            to[target + OUTPUT * t + 2] = space[from + 2 * stride + t] + bias;
            to[target + OUTPUT * t + 3] = space[from + 3 * stride + t] + bias;
        }
    }
}
