package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.Tensor;

/** The way from the matrix products to the output, a channel at a time. */
final class WinogradOutput {
    private static final int INPUT = WinogradTransform.INPUT;
    private static final int OUTPUT = WinogradTransform.OUTPUT;

    private final Tensor y;
    private final Epilogue epilogue;
    private final WinogradTiles tiles;
    private final WinogradTransform transform;
    private final WinogradBlock block;

    WinogradOutput(Tensor y, Epilogue epilogue, WinogradTiles tiles, WinogradTransform transform, WinogradBlock block) {
        this.y = y;
        this.epilogue = epilogue;
        this.tiles = tiles;
        this.transform = transform;
        this.block = block;
    }

    /** Elements of workspace: for each tile four rows of six elements, and one of outputs. */
    int workspace() {
        return (OUTPUT * INPUT + OUTPUT) * block.tiles();
    }

    /** Transforms the tiles from {@code first} to before {@code end}. */
    void transform(int channel, float bias, int first, int end, float[] space) {
        int count = end - first;
        int stride = block.tiles();
        for (int column = 0; column < INPUT; column++) {
            int from = block.output(channel) + column * block.stride();
            int to = column * stride;
            transform.outputColumns(
                    block.output(),
                    from,
                    INPUT * block.stride(),
                    space,
                    to,
                    INPUT * stride,
                    WinogradBlock.whole(count));
        }
        int together = OUTPUT * INPUT * stride;
        for (int row = 0; row < OUTPUT; row++) {
            transform.outputRows(space, row * INPUT * stride, stride, bias, space, together, count);
            place(channel, row, first, end, space, together);
        }
        finish(channel, first, end);
    }

    /** Copies one row of all tiles to the output, without what hangs over. */
    private void place(int channel, int row, int first, int end, float[] space, int from) {
        int width = y.extent(3);
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            int column = tiles.column(tile);
            if (row < tiles.rows(tile) && column < width) {
                System.arraycopy(
                        space,
                        from + (tile - first) * OUTPUT,
                        y.data(),
                        begin(channel, tile) + row * width,
                        Math.min(run * OUTPUT, width - column));
            }
        }
    }

    /** Finishes the outputs of the tiles, which are all in place. */
    private void finish(int channel, int first, int end) {
        int width = y.extent(3);
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            int columns = Math.min(run * OUTPUT, width - tiles.column(tile));
            if (columns > 0) {
                epilogue.finish(y.data(), begin(channel, tile), tiles.rows(tile), columns, width);
            }
        }
    }

    /** Where the first output of a tile lies. */
    private int begin(int channel, int tile) {
        int plane = y.offset() + (tiles.image(tile) * y.channels() + channel) * y.positions();
        return plane + tiles.row(tile) * y.extent(3) + tiles.column(tile);
    }
}
