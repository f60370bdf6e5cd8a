package io.archmeter.diff;

/** Two layers that are one, by their numbers in their networks. */
record Pair(int before, int after) {
    Pair mirrored() {
        return new Pair(after, before);
    }
}
