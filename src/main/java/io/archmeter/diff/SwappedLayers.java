package io.archmeter.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Gives each other back what layers have of each other. Where branches changed places, the best pairs in order are layers of one with
 * layers of the other, while each has a layer of its own structure and name elsewhere. In a sequence with one layer more names have
 * wandered too, but never in a circle.
 */
final class SwappedLayers {
    private final Pairing pairing;

    /** For each layer before the one after with its structure and name. */
    private final int[] own;

    private final boolean[] seen;

    private SwappedLayers(Pairing pairing, Signature[] before, Signature[] after) {
        this.pairing = pairing;
        this.own = own(before, after);
        this.seen = new boolean[before.length];
    }

    static void giveBack(Pairing pairing, Signature[] before, Signature[] after) {
        SwappedLayers swapped = new SwappedLayers(pairing, before, after);
        // A way that begins with a layer that has none would be mistaken for one that leads nowhere, were it entered in
        // the middle.
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

    /** Goes from a layer to the one that has its own, and from that on; back at the begin, or at one that nobody has, all change. */
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
