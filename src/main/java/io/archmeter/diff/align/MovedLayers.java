package io.archmeter.diff.align;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.ToLongFunction;

/** Pairs layers that stand in another order, such as branches that changed places: first by their names, then by what they are. */
final class MovedLayers {
    private MovedLayers() {}

    static void pair(Pairing pairing, Signature[] before, Signature[] after) {
        pair(pairing, before, after, Signature::operatorAndName);
        pair(pairing, before, after, Signature::structureAndLast);
    }

    private static void pair(Pairing pairing, Signature[] before, Signature[] after, ToLongFunction<Signature> key) {
        Map<Long, Queue<Integer>> left = new HashMap<>();
        for (int layer : pairing.freeBefore()) {
            left.computeIfAbsent(key.applyAsLong(before[layer]), unseen -> new ArrayDeque<>())
                    .add(layer);
        }
        for (int layer : pairing.freeAfter()) {
            Queue<Integer> same = left.get(key.applyAsLong(after[layer]));
            if (same != null && !same.isEmpty()) {
                pairing.add(new Pair(same.remove(), layer));
            }
        }
    }
}
