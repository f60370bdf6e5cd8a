package io.archmeter.analysis;

import io.archmeter.training.PeakMemory;
import java.util.function.LongUnaryOperator;

/**
 * What a network needs with some batch.
 *
 * @param bytes of memory
 * @param timesWithin how many times as many samples probably fit into some memory; nobody relies on it
 */
record Need(long bytes, LongUnaryOperator timesWithin) {
    /** One that is larger with more samples, but for some bytes of it. */
    static Need of(long lasting, long bytes) {
        return new Need(
                bytes, limit -> bytes > lasting ? Math.floorDiv(limit - lasting, bytes - lasting) : Long.MAX_VALUE);
    }

    static Need of(PeakMemory peak) {
        return new Need(peak.bytes().atLeast(), peak::timesWithin);
    }
}
