package io.archmeter.diff.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers that stand between others in both networks; ends are after the last one.
 *
 * @param before number of its first layer in the network before
 * @param after number of its first layer in the network after
 */
record Range(int before, int beforeEnd, int after, int afterEnd) {
    int beforeLength() {
        return beforeEnd - before;
    }

    int afterLength() {
        return afterEnd - after;
    }

    /** How many pairs there may be. */
    long cells() {
        return (long) beforeLength() * afterLength();
    }

    /** What is left between pairs, which are in order on both sides. */
    List<Range> around(List<Pair> pairs) {
        List<Range> left = new ArrayList<>();
        int x = before;
        int y = after;
        for (Pair pair : pairs) {
            addUnlessEmpty(new Range(x, pair.before(), y, pair.after()), left);
            x = pair.before() + 1;
            y = pair.after() + 1;
        }
        addUnlessEmpty(new Range(x, beforeEnd, y, afterEnd), left);
        return left;
    }

    private static void addUnlessEmpty(Range stretch, List<Range> stretches) {
        if (stretch.cells() > 0) {
            stretches.add(stretch);
        }
    }
}
