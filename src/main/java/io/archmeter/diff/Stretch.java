package io.archmeter.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers that stand between others in both networks; ends are after the last one.
 *
 * @param before number of its first layer in the network before
 * @param after number of its first layer in the network after
 */
record Stretch(int before, int beforeEnd, int after, int afterEnd) {
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
    List<Stretch> around(List<Pair> pairs) {
        List<Stretch> left = new ArrayList<>();
        int x = before;
        int y = after;
        for (Pair pair : pairs) {
            addUnlessEmpty(new Stretch(x, pair.before(), y, pair.after()), left);
            x = pair.before() + 1;
            y = pair.after() + 1;
        }
        addUnlessEmpty(new Stretch(x, beforeEnd, y, afterEnd), left);
        return left;
    }

    private static void addUnlessEmpty(Stretch stretch, List<Stretch> stretches) {
        if (stretch.cells() > 0) {
            stretches.add(stretch);
        }
    }
}
