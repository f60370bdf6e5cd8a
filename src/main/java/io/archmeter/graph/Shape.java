package io.archmeter.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The extents of a tensor, of any rank. Images are N×C×H×W: the batch, the channels, then the spatial axes. A scalar has no
 * extents and one element.
 */
public record Shape(List<Long> extents) {
    /** The most axes that a sample may have: no network has more, and a million of them would cost time in every layer. */
    public static final int MOST_AXES = 16;

    public Shape {
        extents = List.copyOf(extents);
        for (long extent : extents) {
            if (extent < 1) {
                throw new IllegalArgumentException("an extent must be at least 1: " + extents);
            }
        }
    }

    public static Shape of(long... extents) {
        List<Long> all = new ArrayList<>(extents.length);
        for (long extent : extents) {
            all.add(extent);
        }
        return new Shape(all);
    }

    public int rank() {
        return extents.size();
    }

    public long extent(int axis) {
        return extents.get(axis);
    }

    /** N: how many samples pass at once. */
    public long batch() {
        return extent(0);
    }

    /** C: the extent after the batch. */
    public long channels() {
        return extent(1);
    }

    /** How many axes follow the channels: 2 for images. */
    public int spatialRank() {
        return Math.max(0, rank() - 2);
    }

    /** The extents after the channels: H and W of an image; empty for vectors. */
    public List<Long> spatial() {
        return extents.subList(Math.min(2, rank()), rank());
    }

    /** The product of the extents; throws {@link ArithmeticException} where it does not fit a {@code long}. */
    public long elements() {
        long product = 1;
        for (long extent : extents) {
            product = Math.multiplyExact(product, extent);
        }
        return product;
    }

    /** The same shape with another extent on one axis. */
    public Shape with(int axis, long extent) {
        List<Long> changed = new ArrayList<>(extents);
        changed.set(axis, extent);
        return new Shape(changed);
    }

    /** The same shape with another axis, of {@code extent}, in front. */
    public Shape behind(long extent) {
        List<Long> all = new ArrayList<>();
        all.add(extent);
        all.addAll(extents);
        return new Shape(all);
    }

    /** As in {@code 1x64x112x112}; a scalar is the empty text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (long extent : extents) {
            text.append(text.isEmpty() ? "" : "x").append(extent);
        }
        return text.toString();
    }
}
