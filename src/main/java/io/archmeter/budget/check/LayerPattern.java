package io.archmeter.budget.check;

import io.archmeter.pattern.Wildcard;

/** A path of layers in which {@code *} stands for any text, dots too. */
record LayerPattern(String text) {
    /** Whether the whole path fits. */
    boolean fits(String path) {
        return new Wildcard(text).fits(path);
    }

    /** Whether the path fits, or lies below one that does. */
    boolean holds(String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (fits(path.substring(0, dot))) {
                return true;
            }
        }
        return fits(path);
    }
}
