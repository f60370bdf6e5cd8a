package io.archmeter.exec.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The threads that share the work of a layer. */
public final class Workers {
    private final int threads;

    /** A part of a layer's work. */
    @FunctionalInterface
    public interface Task {
        /**
         * @param task its number
         * @param thread the number of the thread that does it, from 0; it does one task at a time
         */
        void run(int task, int thread);
    }

    public Workers(int threads) {
        this.threads = threads;
    }

    public int threads() {
        return threads;
    }

    /** Does the tasks 0 … tasks − 1, each once, in any order and on any thread; returns when all are done. */
    public void forEach(int tasks, IntConsumer task) {
        forEach(tasks, (number, thread) -> task.accept(number));
    }

    /** The same, for tasks that ask which thread they are on. */
    public void forEach(int tasks, Task task) {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Math.min(threads, tasks)).parallel().forEach(thread -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.run(i, thread);
            }
        });
    }
}
