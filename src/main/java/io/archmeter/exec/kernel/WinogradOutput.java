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

    /** Elements of workspace. */
    int workspace() {
        return OUTPUT * (OUTPUT * block.lanes() + INPUT * block.columns());
    }

    /** Transforms the tiles from {@code first} to before {@code end}. */
    void transform(int channel, float bias, int first, int end, float[] space, int from) {
        int half = from + OUTPUT * OUTPUT * block.lanes();
        int columns = block.columns();
        int stride = block.outputStride();
        for (int panel = 0; panel < block.panels(end - first); panel++) {
            int source = block.output(channel, panel);
            for (int column = 0; column < INPUT; column++) {
                transform.output(
                        block.output(),
                        source + column * stride,
                        INPUT * stride,
                        space,
                        half + column * columns,
                        INPUT * columns,
                        columns);
            }
            for (int row = 0; row < OUTPUT; row++) {
                int target = from + row * OUTPUT * block.lanes() + panel * columns;
                transform.output(space, half + row * INPUT * columns, columns, space, target, block.lanes(), columns);
            }
        }
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            place(channel, bias, tile, run, space, from + tile - first);
        }
    }

    /** Puts the rows of tiles that lie side by side into the output; what hangs over is left out. */
    private void place(int channel, float bias, int tile, int run, float[] space, int from) {
        int width = y.extent(3);
        int column = tiles.column(tile);
        int plane = y.offset() + (tiles.image(tile) * y.channels() + channel) * y.positions();
        int whole = Math.min(run, (width - column) / OUTPUT);
        for (int i = 0; i < Math.min(OUTPUT, y.extent(2) - tiles.row(tile)); i++) {
            int source = from + i * OUTPUT * block.lanes();
            int target = plane + (tiles.row(tile) + i) * width + column;
            putTogether(space, source, y.data(), target, whole, bias);
            for (int j = whole * OUTPUT; j < Math.min(run * OUTPUT, width - column); j++) {
                y.data()[target + j] = space[source + j % OUTPUT * block.lanes() + j / OUTPUT] + bias;
            }
        }
    }

    /** Four elements of each tile, and then those of the next. */
    private void putTogether(float[] space, int from, float[] to, int target, int run, float bias) {
        int lanes = block.lanes();
        for (int t = 0; t < run; t++) {
            to[target + OUTPUT * t] = space[from + t] + bias;
            to[target + OUTPUT * t + 1] = space[from + lanes + t] + bias;
            to[target + OUTPUT * t + 2] = space[from + 2 * lanes + t] + bias;
            to[target + OUTPUT * t + 3] = space[from + 3 * lanes + t] + bias;
        }
    }
}
