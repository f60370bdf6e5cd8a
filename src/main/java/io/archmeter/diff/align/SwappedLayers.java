package io.archmeter.diff.align;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Pairs layers anew where branches changed places. The best pairs in order are then layers of one branch with layers of the other,
 * while each of them has a layer of its own structure and name elsewhere. In a sequence with one layer more, names have moved on
 * too, but never in a circle.
 */
final class SwappedLayers {
    private final Pairing pairing;

    /** For each layer before, the layer after with the same structure and name. */
    private final int[] own;

    private final boolean[] seen;

    private SwappedLayers(Pairing pairing, Signature[] before, Signature[] after) {
        this.pairing = pairing;
        this.own = own(before, after);
        this.seen = new boolean[before.length];
    }

    static void giveBack(Pairing pairing, Signature[] before, Signature[] after) {
        SwappedLayers swapped = new SwappedLayers(pairing, before, after);
        // A way that begins at a layer without a pair has to be followed from there: from its middle it would seem to
        // lead nowhere.
        pairing.freeBefore().forEach(swapped::follow);
        for (int layer = 0; layer < before.length; layer++) {
            swapped.follow(layer);
        }
    }

    private static int[] own(Signature[] before, Signature[] after) {
        Map<Long, Queue<Integer>> places = new HashMap<>();
        for (int y = 0; y < after.length; y++) {
            places.computeIfAbsent(after[y].structureAndName(), unseen -> new ArrayDeque<>())
                    .add(y);
        }
        return Arrays.stream(before)
                .map(layer -> places.getOrDefault(layer.structureAndName(), new ArrayDeque<>()))
                .mapToInt(same -> same.isEmpty() ? Pairing.NONE : same.remove())
                .toArray();
    }

    /**
     * Goes from a layer to the one that is paired with its own, and on from there. If the way comes back to its beginning, or if
     * both its ends are in no pair, all layers on it get their own.
     */
    private void follow(int begin) {
        List<Integer> way = new ArrayList<>();
        int first = pairing.afterOf(begin);
        int layer = begin;
        while (!seen[layer] && own[layer] != Pairing.NONE) {
            seen[layer] = true;
            way.add(layer);
            int holder = pairing.beforeOf(own[layer]);
            if (holder == begin || (holder == Pairing.NONE && first == Pairing.NONE)) {
                change(way);
                return;
            }
            if (holder == Pairing.NONE) {
                return;
            }
            layer = holder;
        }
    }

    private void change(List<Integer> way) {
        way.forEach(pairing::free);
        way.forEach(layer -> pairing.add(new Pair(layer, own[layer])));
    }
}
