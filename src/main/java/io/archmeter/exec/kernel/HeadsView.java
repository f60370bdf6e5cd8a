package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.Matrix;
import io.archmeter.exec.tensor.Tensor;

/**
 * A tensor by its heads: N×T×C, of which each position has those of all heads one after the other, or …×heads×T×D.
 *
 * @param tensor where it lies
 * @param heads how many it has
 */
record HeadsView(Tensor tensor, int heads) {
    /** @param divided into how many heads N×T×C is */
    static HeadsView of(Tensor tensor, int divided) {
        return new HeadsView(tensor, tensor.rank() == 3 ? divided : tensor.extent(tensor.rank() - 3));
    }

    private boolean divided() {
        return tensor.rank() == 3;
    }

    int positions() {
        return tensor.extent(tensor.rank() - 2);
    }

    /** Elements of a head at one position. */
    int depth() {
        int last = tensor.extent(tensor.rank() - 1);
        return divided() ? last / heads : last;
    }

    int samples() {
        int samples = 1;
        for (int axis = 0; axis < (divided() ? 1 : tensor.rank() - 3); axis++) {
            samples *= tensor.extent(axis);
        }
        return samples;
    }

    /** Where the elements of a head lie at a position of a sample. */
    private int at(int sample, int head, int position) {
        int row = divided()
                ? (sample * positions() + position) * heads + head
                : (sample * heads + head) * positions() + position;
        return tensor.offset() + row * depth();
    }

    /** The elements of a head of a sample: a row for each position. */
    Matrix matrix(int sample, int head) {
        int from = at(sample, head, 0);
        return Matrix.of(tensor.data(), from, positions(), depth(), divided() ? heads * depth() : depth());
    }
}
