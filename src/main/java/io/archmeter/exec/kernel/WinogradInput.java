package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.WinogradTransform;
import java.util.Arrays;

/**
 * The way of the input into the matrix products, a channel at a time. Six rows over tiles that lie side by side are transformed as they
 * lie; then the tiles are taken apart, so that the same elements of all are side by side, and their rows are transformed.
 */
final class WinogradInput {
    private static final int INPUT = WinogradTransform.INPUT;
    private static final int STEP = WinogradTransform.OUTPUT;

    private final Tensor x;
    private final WinogradTiles tiles;
    private final WinogradTransform transform;
    private final WinogradBlock block;

    WinogradInput(Tensor x, WinogradTiles tiles, WinogradTransform transform, WinogradBlock block) {
        this.x = x;
        this.tiles = tiles;
        this.transform = transform;
        this.block = block;
    }

    /** Elements of workspace: rows of tiles, and a row for each point. */
    int workspace() {
        return INPUT * width(Math.min(tiles.across(), block.tiles())) + WinogradWeights.POINTS * block.tiles();
    }

    /** Transforms the tiles from {@code first} to before {@code end}. */
    void transform(int channel, int first, int end, float[] space) {
        int points = INPUT * width(Math.min(tiles.across(), block.tiles()));
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            int width = width(run);
            pad(channel, tile, run, space);
            transform.input(space, 0, width, space, 0, width, width);
            for (int row = 0; row < INPUT; row++) {
                takeApart(space, row * width, points + row * INPUT * block.tiles() + tile - first, run);
            }
        }
        for (int row = 0; row < INPUT; row++) {
            int from = points + row * INPUT * block.tiles();
            transform.input(space, from, block.tiles(), space, from, block.tiles(), block.whole(end - first));
        }
        for (int tile = 0; tile < end - first; tile += block.width()) {
            int k = block.panel(tile / block.width()) + channel;
            int count = Math.min(block.width(), end - first - tile);
            for (int point = 0; point < WinogradWeights.POINTS; point++) {
                block.input(point).put(k, 0, space, points + point * block.tiles() + tile, 1, count);
            }
        }
    }

    /** Copies the six rows of the input that tiles side by side look at, with zeros where they lie on padding. */
    private void pad(int channel, int tile, int run, float[] rows) {
        int width = width(run);
        int left = tiles.left(tile);
        int begin = Math.min(Math.max(0, -left), width);
        int end = Math.max(begin, Math.min(width, x.extent(3) - left));
        int plane = x.offset() + (tiles.image(tile) * x.channels() + channel) * x.positions();
        for (int i = 0; i < INPUT; i++) {
            int row = tiles.top(tile) + i;
            int to = i * width;
            if (row < 0 || row >= x.extent(2) || begin == end) {
                Arrays.fill(rows, to, to + width, 0);
            } else {
                Arrays.fill(rows, to, to + begin, 0);
                System.arraycopy(x.data(), plane + row * x.extent(3) + left + begin, rows, to + begin, end - begin);
                Arrays.fill(rows, to + end, to + width, 0);
            }
        }
    }

    /** The six elements of each tile, of which two are also the next tile's. */
    private void takeApart(float[] space, int from, int to, int run) {
        int stride = block.tiles();
        for (int t = 0; t < run; t++) {
            space[to + t] = space[from + STEP * t];
            space[to + stride + t] = space[from + STEP * t + 1];
            space[to + 2 * stride + t] = space[from + STEP * t + 2];
            space[to + 3 * stride + t] = space[from + STEP * t + 3];
            space[to + 4 * stride + t] = space[from + STEP * t + 4];
            space[to + 5 * stride + t] = space[from + STEP * t + 5];
        }
    }

    private static int width(int run) {
        return run * STEP + INPUT - STEP;
    }
}
