package io.archmeter.diff.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Pairs of layers that are equal by a key, so that few others are left (Myers 1986, "An O(ND) difference algorithm"):
 * for long stretches in which many are equal. Time and memory are bounded: after {@value #MOST} edits the way that got farthest is
 * taken, and the search goes on from its end.
 */
final class FewestEdits {
    private static final int MOST = 1000;
    private static final int NOWHERE = -1;

    private final Signature[] before;
    private final Signature[] after;
    private final Range stretch;
    private final ToIntFunction<Signature> key;

    /**
     * For each number of edits, how far the search gets in the network before; the index is how much farther that is than in the
     * network after, from the least on.
     */
    private final List<int[]> reached = new ArrayList<>();

    private FewestEdits(Signature[] before, Signature[] after, Range stretch, ToIntFunction<Signature> key) {
        this.before = before;
        this.after = after;
        this.stretch = stretch;
        this.key = key;
    }

    static List<Pair> in(Range stretch, Signature[] before, Signature[] after, ToIntFunction<Signature> key) {
        List<Pair> pairs = new ArrayList<>();
        Range left = stretch;
        while (left.cells() > 0) {
            FewestEdits search = new FewestEdits(before, after, left, key);
            Pair end = search.end();
            pairs.addAll(search.wayTo(end));
            left = new Range(
                    left.before() + end.before(), left.beforeEnd(), left.after() + end.after(), left.afterEnd());
        }
        return pairs;
    }

    /** How far the search gets on both sides. */
    private Pair end() {
        while (true) {
            int edits = reached.size();
            int[] row = new int[2 * edits + 1];
            reached.add(row);
            Pair farthest = new Pair(0, 0);
            for (int ahead = -edits; ahead <= edits; ahead++) {
                int x = behindEqual(begin(edits, ahead), ahead);
                row[ahead + edits] = x;
                if (x != NOWHERE && 2 * x - ahead > farthest.before() + farthest.after()) {
                    farthest = new Pair(x, x - ahead);
                }
            }
            boolean done = farthest.before() == stretch.beforeLength() && farthest.after() == stretch.afterLength();
            if (done || edits == MOST) {
                return farthest;
            }
        }
    }

    /**
     * How far the search is in the network before, right after the last edit: the farther of leaving out a layer before and a layer
     * after.
     */
    private int begin(int edits, int ahead) {
        if (edits == 0) {
            return 0;
        }
        int withoutOneBefore = at(edits - 1, ahead - 1) == NOWHERE ? NOWHERE : at(edits - 1, ahead - 1) + 1;
        int withoutOneAfter = at(edits - 1, ahead + 1);
        return Math.max(inside(withoutOneBefore, ahead), inside(withoutOneAfter, ahead));
    }

    private int inside(int x, int ahead) {
        boolean inside = x != NOWHERE && x <= stretch.beforeLength() && x - ahead <= stretch.afterLength();
        return inside ? x : NOWHERE;
    }

    private int at(int edits, int ahead) {
        int[] row = reached.get(edits);
        int place = ahead + edits;
        return place < 0 || place >= row.length ? NOWHERE : row[place];
    }

    private int behindEqual(int begin, int ahead) {
        int x = begin;
        while (x != NOWHERE && x < stretch.beforeLength() && x - ahead < stretch.afterLength() && equal(x, x - ahead)) {
            x++;
        }
        return x;
    }

    private boolean equal(int x, int y) {
        return key.applyAsInt(before[stretch.before() + x]) == key.applyAsInt(after[stretch.after() + y]);
    }

    private List<Pair> wayTo(Pair end) {
        List<Pair> backwards = new ArrayList<>();
        int x = end.before();
        int ahead = end.before() - end.after();
        for (int edits = reached.size() - 1; edits >= 0; edits--) {
            int begin = begin(edits, ahead);
            while (x > begin) {
                x--;
                backwards.add(new Pair(stretch.before() + x, stretch.after() + x - ahead));
            }
            if (edits > 0) {
                boolean leftOutBefore = at(edits - 1, ahead - 1) != NOWHERE && at(edits - 1, ahead - 1) + 1 == begin;
                x = leftOutBefore ? begin - 1 : begin;
                ahead += leftOutBefore ? -1 : 1;
            }
        }
        Collections.reverse(backwards);
        return backwards;
    }
}
