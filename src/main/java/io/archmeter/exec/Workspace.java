package io.archmeter.exec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory for intermediate results, lent to one layer at a time. What a layer gives back serves the next one: it need not be cleared
 * by Java again, and may still be in the caches.
 */
final class Workspace {
    /** Free arrays by their length. */
    private final TreeMap<Integer, Deque<float[]>> free = new TreeMap<>();

    private final List<float[]> lent = new ArrayList<>();

    /** An array of at least so many elements, which hold anything; not of more than twice as many, so that little lies idle. */
    float[] lend(int elements) {
        Map.Entry<Integer, Deque<float[]>> fitting = free.ceilingEntry(elements);
        float[] array;
        if (fitting == null || fitting.getKey() / 2 > elements) {
            array = new float[elements];
        } else {
            array = fitting.getValue().pop();
            if (fitting.getValue().isEmpty()) {
                free.remove(fitting.getKey());
            }
        }
        lent.add(array);
        return array;
    }

    /** The layer has run and needs none of it any more. */
    void takeBack() {
        lent.forEach(array ->
                free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array));
        lent.clear();
    }
}
