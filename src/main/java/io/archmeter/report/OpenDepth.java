package io.archmeter.report;

import io.archmeter.nesting.Item;
import io.archmeter.nesting.Level;
import io.archmeter.value.LayerPath;

/** How many levels deep a network is open before somebody says otherwise. */
final class OpenDepth {
    /** As many boxes are easy to see at once. */
    private static final long EASY = 40;

    private OpenDepth() {}

    /** The deepest that shows no more boxes than that; everything is open at some depth. */
    static int of(Level level) {
        int depth = 1;
        long boxes = boxes(level, depth);
        for (int deeper = 2; deeper <= deepest(level); deeper++) {
            boxes = boxes(level, deeper);
            if (boxes > EASY) {
                return depth;
            }
            depth = deeper;
        }
        return depth;
    }

    /** Whether a module is open at a depth: its layers lie deeper than its own path is long. */
    static boolean isOpen(Item item, int depth) {
        return item.inside().isPresent() && parts(item) < depth;
    }

    private static int parts(Item item) {
        return new LayerPath(item.path()).modules().size() + 1;
    }

    private static long boxes(Level level, int depth) {
        long boxes = 0;
        for (Item item : level.items()) {
            if (isOpen(item, depth)) {
                boxes += boxes(item.inside().get(), depth);
            } else if (!item.isPort()) {
                boxes++;
            }
        }
        return boxes;
    }

    /** The depth at which all modules are open. */
    private static int deepest(Level level) {
        int deepest = 1;
        for (Item item : level.items()) {
            if (item.inside().isPresent()) {
                deepest = Math.max(
                        deepest, Math.max(parts(item) + 1, deepest(item.inside().get())));
            }
        }
        return deepest;
    }
}
