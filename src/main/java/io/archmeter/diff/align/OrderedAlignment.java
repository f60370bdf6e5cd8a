package io.archmeter.diff.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Pairs layers of two networks in order. The best alignment takes time in the product of both lengths, so long networks are cut
 * first, where it is clear which layers belong together.
 */
final class OrderedAlignment {
    /** Up to how many cells a stretch is not cut: a thousand layers on both sides. */
    private static final long MOST_CELLS = 1_000_000;

    /** Finds pairs, in order, in a stretch. */
    private interface Finder {
        List<Pair> in(Range stretch, Signature[] before, Signature[] after);
    }

    private final Signature[] before;
    private final Signature[] after;
    private final List<Pair> pairs = new ArrayList<>();

    private OrderedAlignment(Signature[] before, Signature[] after) {
        this.before = before;
        this.after = after;
    }

    /** The pairs, in no particular order. */
    static List<Pair> of(Signature[] before, Signature[] after) {
        OrderedAlignment alignment = new OrderedAlignment(before, after);
        alignment.align();
        return alignment.pairs;
    }

    /** What is surest comes first. */
    private void align() {
        List<Range> left = List.of(new Range(0, before.length, 0, after.length));
        left = cut(left, OrderedAlignment::equal);
        left = cut(left, anchors(Signature::structure));
        left = cut(left, fewestEdits(Signature::kind));
        left = cut(left, anchors(Signature::operatorAndName));
        for (Range stretch : left) {
            for (Range rest : withoutEqualEnds(stretch)) {
                if (rest.cells() <= MOST_CELLS) {
                    pairs.addAll(ScoredAlignment.in(rest, before, after));
                }
            }
        }
    }

    /**
     * Layers of equal structure, with their names or in their order, whichever finds more: one layer less in a sequence gives names to
     * others, and among equal blocks only a name tells which one is new.
     */
    private static List<Pair> equal(Range stretch, Signature[] before, Signature[] after) {
        List<Pair> byName = anchors(Signature::structureAndName).in(stretch, before, after);
        List<Pair> byOrder = fewestEdits(Signature::structure).in(stretch, before, after);
        return byOrder.size() > byName.size() ? byOrder : byName;
    }

    private static Finder fewestEdits(ToIntFunction<Signature> key) {
        return (stretch, before, after) -> FewestEdits.in(stretch, before, after, key);
    }

    private static Finder anchors(ToLongFunction<Signature> key) {
        return (stretch, before, after) -> UniqueMatches.in(stretch, before, after, key);
    }

    /** Cuts stretches that are too long. */
    private List<Range> cut(List<Range> stretches, Finder finder) {
        List<Range> left = new ArrayList<>();
        for (Range stretch : stretches) {
            for (Range rest : withoutEqualEnds(stretch)) {
                List<Pair> found = rest.cells() <= MOST_CELLS ? List.of() : finder.in(rest, before, after);
                pairs.addAll(found);
                left.addAll(rest.around(found));
            }
        }
        return left;
    }

    /** Pairs what is equal, name and all, at both ends: no other pair has more likeness. */
    private List<Range> withoutEqualEnds(Range stretch) {
        int first = 0;
        int shorter = Math.min(stretch.beforeLength(), stretch.afterLength());
        while (first < shorter && equal(stretch.before() + first, stretch.after() + first)) {
            pairs.add(new Pair(stretch.before() + first, stretch.after() + first));
            first++;
        }
        int last = 0;
        while (last < shorter - first && equal(stretch.beforeEnd() - 1 - last, stretch.afterEnd() - 1 - last)) {
            last++;
            pairs.add(new Pair(stretch.beforeEnd() - last, stretch.afterEnd() - last));
        }
        Range rest = new Range(
                stretch.before() + first,
                stretch.beforeEnd() - last,
                stretch.after() + first,
                stretch.afterEnd() - last);
        return rest.around(List.of());
    }

    private boolean equal(int x, int y) {
        return before[x].structureAndName() == after[y].structureAndName();
    }
}
