package io.archmeter.diff.align;

/** Two layers that correspond to each other, by their numbers in their networks. */
record Pair(int before, int after) {
    Pair mirrored() {
        return new Pair(after, before);
    }
}
