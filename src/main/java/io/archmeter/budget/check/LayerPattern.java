package io.archmeter.budget.check;

import io.archmeter.pattern.Wildcard;

/** A path of layers in which {@code *} stands for any text, dots too. */
final class LayerPattern {
    private final Wildcard path;
    private final Wildcard below;

    LayerPattern(String text) {
        this.path = new Wildcard(text);
        this.below = new Wildcard(text + ".*");
    }

    /** Whether the whole path fits. */
    boolean fits(String other) {
        return path.fits(other);
    }

    /** Whether the path fits, or lies below one that does. */
    boolean holds(String other) {
        return path.fits(other) || below.fits(other);
    }

    /** How many characters of the pattern may have to be held against each one of a path. */
    int effort() {
        return path.effort() + below.effort();
    }
}
