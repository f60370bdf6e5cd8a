package io.archmeter.diff.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Layers that are the only ones of their kind on both sides, and of these the most that are in the same order (the "patience" of
 * Bram Cohen's diff): a long stretch can be cut between them.
 */
final class UniqueMatches {
    private static final int SEVERAL = -2;

    private UniqueMatches() {}

    /** Those that are the only ones with their key. */
    static List<Pair> in(Range stretch, Signature[] before, Signature[] after, ToLongFunction<Signature> key) {
        Map<Long, Integer> old = alone(before, stretch.before(), stretch.beforeEnd(), key);
        Map<Long, Integer> now = alone(after, stretch.after(), stretch.afterEnd(), key);
        List<Pair> candidates = new ArrayList<>();
        for (int x = stretch.before(); x < stretch.beforeEnd(); x++) {
            long value = key.applyAsLong(before[x]);
            int y = now.getOrDefault(value, SEVERAL);
            if (y != SEVERAL && old.get(value) != SEVERAL) {
                candidates.add(new Pair(x, y));
            }
        }
        return longestInOrder(candidates);
    }

    private static Map<Long, Integer> alone(Signature[] layers, int begin, int end, ToLongFunction<Signature> key) {
        Map<Long, Integer> places = new HashMap<>();
        for (int layer = begin; layer < end; layer++) {
            places.merge(key.applyAsLong(layers[layer]), layer, (first, second) -> SEVERAL);
        }
        return places;
    }

    /**
     * Of pairs that are in the order of the network before, the most that are in the order of the network after too (Schensted
     * 1961).
     */
    private static List<Pair> longestInOrder(List<Pair> pairs) {
        int[] tops = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int pile = pile(pairs, tops, length, pairs.get(i).after());
            previous[i] = pile == 0 ? Pairing.NONE : tops[pile - 1];
            tops[pile] = i;
            length = Math.max(length, pile + 1);
        }
        List<Pair> longest = new ArrayList<>(length);
        for (int i = length == 0 ? Pairing.NONE : tops[length - 1]; i != Pairing.NONE; i = previous[i]) {
            longest.add(pairs.get(i));
        }
        Collections.reverse(longest);
        return longest;
    }

    /** The first pile whose top is not smaller. */
    private static int pile(List<Pair> pairs, int[] tops, int length, int after) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(tops[middle]).after() < after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
