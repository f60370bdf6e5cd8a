package io.archmeter.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What an iterator gives, made by another thread while this one is busy with what came before. Whoever does not go to the end closes it, so
 * that the other thread ends.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
    /** So many at once, because handing over costs more than making one. */
    private static final int BATCH = 1_024;

    private static final int MOST_BATCHES = 8;

    /** @param failure what ended it, after these; empty as long as it goes on, or at its end */
    private record Batch<T>(List<T> elements, List<Throwable> failure, boolean last) {}

    private final BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(MOST_BATCHES);
    private final Thread maker;
    private Batch<T> batch = new Batch<>(List.of(), List.of(), false);
    private int next;

    ReadAhead(Iterator<T> elements) {
        maker = new Thread(() -> make(elements), "reader");
        maker.setDaemon(true);
        maker.start();
    }

    private void make(Iterator<T> elements) {
        try {
            boolean last = false;
            while (!last) {
                Batch<T> made = batchOf(elements);
                batches.put(made);
                last = made.last();
            }
        } catch (InterruptedException closed) {
            // Nobody wants the rest.
        }
    }

    /** An error of Java, such as one of memory, is one of who waits as well. */
    private Batch<T> batchOf(Iterator<T> elements) {
        List<T> made = new ArrayList<>(BATCH);
        try {
            while (made.size() < BATCH && elements.hasNext()) {
                made.add(elements.next());
            }
        } catch (RuntimeException | Error failed) {
            return new Batch<>(made, List.of(failed), true);
        }
        return new Batch<>(made, List.of(), made.size() < BATCH);
    }

    /** Throws what the iterator threw, where it did. */
    @Override
    public boolean hasNext() {
        while (next == batch.elements().size()) {
            for (Throwable failed : batch.failure()) {
                if (failed instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failed;
            }
            if (batch.last()) {
                return false;
            }
            batch = taken();
            next = 0;
        }
        return true;
    }

    private Batch<T> taken() {
        try {
            return batches.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", stopped);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.elements().get(next++);
    }

    @Override
    public void close() {
        maker.interrupt();
    }

    /** Waits until the other thread has ended. */
    void awaitEnd() throws InterruptedException {
        maker.join();
    }
}
