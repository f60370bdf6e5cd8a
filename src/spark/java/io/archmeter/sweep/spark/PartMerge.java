package io.archmeter.sweep.spark;

import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import java.util.Optional;
import org.apache.spark.api.java.function.Function2;

/** What two tasks come to together: the first part that is refused, if one is. */
final class PartMerge implements Function2<byte[], byte[], byte[]> {
    private static final long serialVersionUID = 1L;

    private final byte[] texts;

    PartMerge(byte[] texts) {
        this.texts = texts.clone();
    }

    @Override
    public byte[] call(byte[] one, byte[] other) {
        Sweep sweep = SweepOfExecutor.of(texts).sweep();
        Optional<Summary> some = TaskResult.summary(one, sweep);
        Optional<Summary> more = TaskResult.summary(other, sweep);
        if (some.isPresent() && more.isPresent()) {
            some.get().add(more.get());
            return TaskResult.of(some.get());
        }
        if (some.isEmpty() && more.isEmpty()) {
            return TaskResult.failed(one) < TaskResult.failed(other) ? one : other;
        }
        return some.isEmpty() ? one : other;
    }
}
