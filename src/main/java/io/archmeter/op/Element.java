package io.archmeter.op;

import io.archmeter.graph.DType;

/** What the elements of a tensor are stored as that autograd keeps. */
public enum Element {
    /** As the network is run: most of what is kept. */
    OF_NETWORK,
    /** In 32 bits, whatever the network is run as: what sums of many elements are computed with. */
    FLOAT32,
    /** Counters and indices. */
    INT64,
    /**
     * A number of Python that PyTorch wraps into a tensor of one double. It is memory, and yet not shown to {@code
     * saved_tensors_hooks}, so that it does not count as kept.
     */
    WRAPPED_NUMBER;

    /** Bytes of so many elements, in a network of a type; throws {@link ArithmeticException} where they do not fit a {@code long}. */
    public long bytes(long elements, DType network) {
        return switch (this) {
            case OF_NETWORK -> network.bytes(elements);
            case FLOAT32 -> DType.FLOAT32.bytes(elements);
            case INT64 -> DType.INT64.bytes(elements);
            case WRAPPED_NUMBER -> Math.multiplyExact(elements, (long) Double.BYTES);
        };
    }
}
