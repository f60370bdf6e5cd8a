package io.archmeter.training;

import io.archmeter.op.TapeEntry;
import java.util.List;

/**
 * An operation of PyTorch in an iteration of training.
 *
 * @param node the layer that it belongs to
 * @param operands the tensors that it takes, by their numbers in the {@link Program}
 * @param result the tensor that it puts out
 */
record Operation(int node, TapeEntry entry, List<Integer> operands, int result) {
    Operation {
        operands = List.copyOf(operands);
    }
}
