package io.archmeter.op;

import io.archmeter.graph.DType;

/** What the elements of a tensor are stored as. */
public enum Element {
    /** As the network is run: activations, parameters and most of what goes with them. */
    OF_NETWORK,
    /** Statistics stay in 32 bits, whatever the network is run in. */
    FLOAT32,
    /** Counters and indices. */
    INT64;

    /** Bytes of one element. */
    public int bytes(DType network) {
        return switch (this) {
            case OF_NETWORK -> network.bytes();
            case FLOAT32 -> Float.BYTES;
            case INT64 -> Long.BYTES;
        };
    }
}
