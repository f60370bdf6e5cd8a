package io.archmeter.sweep.spark;

import io.archmeter.sweep.Summary;
import io.archmeter.sweep.SummaryBytes;
import io.archmeter.sweep.Sweep;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What a task gives back, as bytes: a summary, or the number of a part that is refused. */
final class TaskResult {
    private static final byte SUMMARY = 0;
    private static final byte FAILED = 1;

    private TaskResult() {}

    static byte[] of(Summary summary) {
        byte[] bytes = SummaryBytes.write(summary);
        return ByteBuffer.allocate(1 + bytes.length).put(SUMMARY).put(bytes).array();
    }

    static byte[] ofFailed(long part) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(FAILED).putLong(part).array();
    }

    /** The summary; empty where a part is refused. */
    static Optional<Summary> summary(byte[] result, Sweep sweep) {
        if (result[0] == FAILED) {
            return Optional.empty();
        }
        byte[] bytes = new byte[result.length - 1];
        ByteBuffer.wrap(result).get(1, bytes);
        return Optional.of(SummaryBytes.read(sweep, bytes));
    }

    /** The part that is refused, where there is no summary. */
    static long failed(byte[] result) {
        return ByteBuffer.wrap(result).getLong(1);
    }
}
