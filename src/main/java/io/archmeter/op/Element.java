package io.archmeter.op;

import io.archmeter.graph.DType;

/** What the elements of a tensor are stored as. */
public enum Element {
    /** As the network is run: activations, parameters and most of what goes with them. */
    OF_NETWORK,
    /** Counters and indices. */
    INT64,
    /**
     * A number of Python that PyTorch wraps into a tensor of one double. It is memory, and yet not shown to {@code
     * saved_tensors_hooks}, so that it does not count as kept.
     */
    WRAPPED_NUMBER;

    /** Bytes of one element. */
    public int bytes(DType network) {
        return switch (this) {
            case OF_NETWORK -> network.bytes();
            case INT64 -> Long.BYTES;
            case WRAPPED_NUMBER -> Double.BYTES;
        };
    }
}
