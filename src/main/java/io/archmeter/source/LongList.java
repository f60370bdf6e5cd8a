package io.archmeter.source;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A list that is too long to be held: its elements are made again, a part at a time, whenever somebody comes to them. Who goes through
 * it in order finds the next part ready, because another thread makes it in the meantime. It may be read by several threads.
 */
public final class LongList<T> extends AbstractList<T> implements RandomAccess {
    /** The elements of a part: some hundred kilobytes, and work for a millisecond. */
    static final int PART = 1_024;

    private record Part<T>(int number, List<T> elements) {}

    private record Ahead<T>(int number, CompletableFuture<List<T>> elements) {}

    private final int size;
    private final IntFunction<List<T>> parts;
    private volatile Part<T> last = new Part<>(-1, List.of());
    private volatile Ahead<T> ahead = new Ahead<>(-1, CompletableFuture.completedFuture(List.of()));

    /** @param parts makes the elements of a part, by its number: the same each time, and on any thread */
    LongList(int size, IntFunction<List<T>> parts) {
        this.size = size;
        this.parts = parts;
    }

    /** What is made of the elements, part by part; on any thread. */
    public <R> LongList<R> mapped(Function<T, R> made) {
        return new LongList<>(size, number -> {
            List<R> all = new ArrayList<>(PART);
            parts.apply(number).forEach(element -> all.add(made.apply(element)));
            return all;
        });
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size);
        int number = index / PART;
        Part<T> part = last;
        if (part.number() != number) {
            part = new Part<>(number, part(number));
            last = part;
        }
        return part.elements().get(index % PART);
    }

    private List<T> part(int number) {
        Ahead<T> made = ahead;
        int next = number + 1;
        if ((long) next * PART < size) {
            ahead = new Ahead<>(next, CompletableFuture.supplyAsync(() -> parts.apply(next)));
        }
        if (made.number() == number) {
            try {
                return made.elements().join();
            } catch (CompletionException failed) {
                // It fails here as well, and then as whoever asks expects it.
                return parts.apply(number);
            }
        }
        return parts.apply(number);
    }
}
