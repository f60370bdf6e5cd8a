package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.WinogradTransform;
import java.util.Arrays;

/**
 * The way of the input into the matrix products, a channel at a time. Six rows over as many tiles as lie side by side are transformed
 * as they lie; then the tiles are taken out of them, and their rows are transformed, a tile beside the other.
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

    /** Elements of workspace. */
    int workspace() {
        return INPUT * (rounded(width(Math.min(tiles.across(), block.lanes()))) + INPUT * block.lanes());
    }

    /** Transforms the tiles from {@code first} to before {@code end}. */
    void transform(int channel, int first, int end, float[] space, int from) {
        int apart = from + INPUT * INPUT * block.lanes();
        int run;
        for (int tile = first; tile < end; tile += run) {
            run = tiles.run(tile, end);
            int width = rounded(width(run));
            pad(channel, tile, run, space, apart, width);
            transform.input(space, apart, width, space, apart, width, width);
            for (int row = 0; row < INPUT; row++) {
                takeApart(space, apart + row * width, from + row * INPUT * block.lanes() + tile - first, run);
            }
        }
        int panels = block.panels(end - first);
        for (int i = 0; i < INPUT * INPUT; i++) {
            int row = from + i * block.lanes();
            Arrays.fill(space, row + end - first, row + panels * block.columns(), 0);
        }
        for (int panel = 0; panel < panels; panel++) {
            int to = block.input(channel, panel);
            for (int row = 0; row < INPUT; row++) {
                int source = from + row * INPUT * block.lanes() + panel * block.columns();
                int target = to + row * INPUT * block.inputStride();
                transform.input(
                        space, source, block.lanes(), block.input(), target, block.inputStride(), block.columns());
            }
        }
    }

    /** Whole vectors, whatever their length. */
    private int rounded(int width) {
        return block.panels(width) * block.columns();
    }

    private static int width(int run) {
        return run * STEP + INPUT - STEP;
    }

    /** Copies six rows of the input, with zeros around it. */
    private void pad(int channel, int tile, int run, float[] rows, int to, int width) {
        int height = x.extent(2);
        int left = tiles.left(tile);
        int begin = Math.min(Math.max(0, -left), width);
        int end = Math.max(begin, Math.min(width(run), x.extent(3) - left));
        int plane = x.offset() + (tiles.image(tile) * x.channels() + channel) * height * x.extent(3);
        for (int i = 0; i < INPUT; i++) {
            int row = tiles.top(tile) + i;
            int target = to + i * width;
            Arrays.fill(rows, target, target + width, 0);
            if (row >= 0 && row < height && begin < end) {
                int source = plane + row * x.extent(3) + left + begin;
                System.arraycopy(x.data(), source, rows, target + begin, end - begin);
            }
        }
    }

    /** Every fourth element from each of the first six on: element i of each tile beside that of the next tile. */
    private void takeApart(float[] space, int from, int to, int run) {
        int lanes = block.lanes();
        for (int t = 0; t < run; t++) {
            space[to + t] = space[from + STEP * t];
            space[to + lanes + t] = space[from + STEP * t + 1];
            space[to + 2 * lanes + t] = space[from + STEP * t + 2];
            space[to + 3 * lanes + t] = space[from + STEP * t + 3];
            space[to + 4 * lanes + t] = space[from + STEP * t + 4];
            space[to + 5 * lanes + t] = space[from + STEP * t + 5];
        }
    }
}
