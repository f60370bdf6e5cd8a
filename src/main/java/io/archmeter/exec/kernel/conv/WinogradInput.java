package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.tensor.Tensor;
import java.util.Arrays;

/** The way of the input into the matrix products, a channel at a time: six rows of padded input for each row of tiles. */
final class WinogradInput {
    private static final int INPUT = WinogradTransform.INPUT;
    private static final int STEP = WinogradTransform.OUTPUT;

    private final Tensor x;
    private final WinogradTiles tiles;
    private final WinogradTransform transform;
    private final WinogradBlock block;
    private final int width;

    WinogradInput(Tensor x, WinogradTiles tiles, WinogradTransform transform, WinogradBlock block) {
        this.x = x;
        this.tiles = tiles;
        this.transform = transform;
        this.block = block;
        this.width = WinogradBlock.whole(STEP * (block.tiles() + 1));
    }

    /** Elements of workspace. */
    int workspace() {
        return INPUT * width;
    }

    /** Transforms the tiles from {@code first} to before {@code end}. */
    void transform(int channel, int first, int end, float[] space) {
        int count = end - first;
        int run;
        // The last tile's last two columns are those of the next tile.
        int behind = Math.min(end + 1, tiles.count());
        for (int tile = first; tile < behind; tile += run) {
            run = tiles.run(tile, behind);
            copy(channel, tile, run, space, (tile - first) * STEP);
        }
        transform.inputColumns(space, 0, width, WinogradBlock.whole(STEP * (count + 1)));
        float[][] points = new float[INPUT][];
        for (int tile = 0; tile < count; tile += block.width()) {
            int panel = tile / block.width();
            int columns = Math.min(block.width(), count - tile);
            for (int row = 0; row < INPUT; row++) {
                for (int i = 0; i < INPUT; i++) {
                    points[i] = block.input(row * INPUT + i, panel).array(channel);
                }
                int to = block.input(row * INPUT, panel).at(channel);
                transform.inputRows(space, row * width + STEP * tile, points, to, columns);
            }
        }
    }

    /** Copies the six rows of a run of tiles, with zeros where they lie on padding. */
    private void copy(int channel, int tile, int run, float[] rows, int to) {
        int columns = run * STEP;
        int left = tiles.left(tile);
        int begin = Math.min(Math.max(0, -left), columns);
        int end = Math.max(begin, Math.min(columns, x.extent(3) - left));
        int plane = x.offset() + (tiles.image(tile) * x.channels() + channel) * x.positions();
        for (int i = 0; i < INPUT; i++) {
            int row = tiles.top(tile) + i;
            int target = to + i * width;
            if (row < 0 || row >= x.extent(2) || begin == end) {
                Arrays.fill(rows, target, target + columns, 0);
            } else {
                Arrays.fill(rows, target, target + begin, 0);
                System.arraycopy(x.data(), plane + row * x.extent(3) + left + begin, rows, target + begin, end - begin);
                Arrays.fill(rows, target + end, target + columns, 0);
            }
        }
    }
}
