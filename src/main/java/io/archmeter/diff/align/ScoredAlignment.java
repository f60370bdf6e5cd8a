package io.archmeter.diff.align;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs in order that have most likeness together (Needleman and Wunsch 1970). Where several choices are equally good, layers
 * pair as early as they can: of equal layers in a row, the last are new or gone.
 */
final class ScoredAlignment {
    private final Signature[] before;
    private final Signature[] after;
    private final Range stretch;

    /** For each place the likeness of the best pairs from there to the end. */
    private final int[][] best;

    private ScoredAlignment(Signature[] before, Signature[] after, Range stretch) {
        this.before = before;
        this.after = after;
        this.stretch = stretch;
        this.best = new int[stretch.beforeLength() + 1][stretch.afterLength() + 1];
    }

    /** Takes time and memory for each cell of the stretch. */
    static List<Pair> in(Range stretch, Signature[] before, Signature[] after) {
        ScoredAlignment alignment = new ScoredAlignment(before, after, stretch);
        alignment.fill();
        return alignment.pairs();
    }

    private void fill() {
        for (int x = stretch.beforeLength() - 1; x >= 0; x--) {
            for (int y = stretch.afterLength() - 1; y >= 0; y--) {
                best[x][y] = Math.max(paired(x, y), Math.max(best[x + 1][y], best[x][y + 1]));
            }
        }
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (best[x][y] > 0) {
            if (best[x][y] == paired(x, y)) {
                pairs.add(new Pair(stretch.before() + x++, stretch.after() + y++));
            } else if (best[x][y] == best[x + 1][y]) {
                x++;
            } else {
                y++;
            }
        }
        return pairs;
    }

    /** The likeness that is reached if these two are a pair; 0 where they cannot be one. */
    private int paired(int x, int y) {
        int likeness = before[stretch.before() + x].likeness(after[stretch.after() + y]);
        return likeness == 0 ? 0 : likeness + best[x + 1][y + 1];
    }
}
