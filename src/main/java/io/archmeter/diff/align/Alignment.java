package io.archmeter.diff.align;

import io.archmeter.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds which layer of one network is which of another: by what layers are and by their order; names decide among equals. What is left
 * is looked for in other places.
 *
 * @since 0.2.0
 */
public final class Alignment {
    private static final Comparator<LayerSnapshot> ANY_ORDER = Comparator.comparing(LayerSnapshot::name)
            .thenComparing(layer -> LayerStructure.of(layer).toString());

    private final Comparability likening;
    private final List<LayerSnapshot> before;
    private final List<LayerSnapshot> after;
    private final List<LayerChange> changes = new ArrayList<>();

    private Alignment(Comparability likening, List<LayerSnapshot> before, List<LayerSnapshot> after) {
        this.likening = likening;
        this.before = before;
        this.after = after;
    }

    /** Each layer of both once, in the order of {@code after}; what was removed stands after the layer that it followed. */
    public static List<LayerChange> of(Comparability likening, List<LayerSnapshot> before, List<LayerSnapshot> after) {
        Alignment alignment = new Alignment(likening, before, after);
        alignment.align();
        return alignment.changes;
    }

    private void align() {
        Signatures signatures = new Signatures(likening);
        Signature[] old = signatures.of(before);
        Signature[] now = signatures.of(after);
        Pairing inOrder = new Pairing(old.length, now.length);
        Pairing all = new Pairing(old.length, now.length);
        for (Pair pair : pairsInOrder(old, now)) {
            inOrder.add(pair);
            all.add(pair);
        }
        SwappedLayers.giveBack(all, old, now);
        MovedLayers.pair(all, old, now);
        write(inOrder, all);
    }

    /** Of two alignments that are equally good the same one is taken in both directions, so that a diff and its reverse agree. */
    private List<Pair> pairsInOrder(Signature[] old, Signature[] now) {
        return isTurned()
                ? OrderedAlignment.of(now, old).stream().map(Pair::mirrored).toList()
                : OrderedAlignment.of(old, now);
    }

    private boolean isTurned() {
        int shorter = Math.min(before.size(), after.size());
        for (int layer = 0; layer < shorter; layer++) {
            int order = ANY_ORDER.compare(before.get(layer), after.get(layer));
            if (order != 0) {
                return order > 0;
            }
        }
        return before.size() > after.size();
    }

    private void write(Pairing inOrder, Pairing all) {
        int next = 0;
        for (int y = 0; y < after.size(); y++) {
            int x = inOrder.beforeOf(y);
            // What was removed at a place stands in front of what was added there.
            next = writeRemoved(next, x == Pairing.NONE ? endOfUnpaired(next, inOrder) : x, all);
            next = x == Pairing.NONE ? next : x + 1;
            int partner = all.beforeOf(y);
            changes.add(
                    partner == Pairing.NONE
                            ? new LayerChange.Added(after.get(y))
                            : likening.change(before.get(partner), after.get(y)));
        }
        writeRemoved(next, before.size(), all);
    }

    private int endOfUnpaired(int begin, Pairing inOrder) {
        int end = begin;
        while (end < before.size() && inOrder.afterOf(end) == Pairing.NONE) {
            end++;
        }
        return end;
    }

    private int writeRemoved(int begin, int end, Pairing all) {
        for (int x = begin; x < end; x++) {
            if (all.afterOf(x) == Pairing.NONE) {
                changes.add(new LayerChange.Removed(before.get(x)));
            }
        }
        return end;
    }
}
