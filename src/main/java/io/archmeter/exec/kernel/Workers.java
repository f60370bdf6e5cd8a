package io.archmeter.exec.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The threads that share the work of a layer. */
public final class Workers {
    private final int threads;

    public Workers(int threads) {
        this.threads = threads;
    }

    public int threads() {
        return threads;
    }

    /** Does the tasks 0 … tasks − 1, each once, in any order and on any thread; returns when all are done. */
    public void forEach(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Math.min(threads, tasks)).parallel().forEach(thread -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.accept(i);
            }
        });
    }
}
