package io.archmeter.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The extents of a tensor, of any rank. Images are N×C×H×W: the batch, the channels, then the spatial axes. A scalar has no
 * extents and one element. An extent may be 0, or not be known; who asks for the number of one that is not known gets an
 * {@link UnknownException}. It is no record, because most shapes are known, and are asked for their numbers all the time.
 *
 * @since 0.1.0
 */
public final class Shape {
    /** The most axes that a sample may have: no network has more, and a million of them would cost time in every layer. */
    public static final int MOST_AXES = 16;

    /** In place of a number of elements that is not known, or does not fit a {@code long}. */
    private static final long UNCOUNTED = -1;

    /** Those that are not known stand as 0. */
    private final List<Long> extents;

    private final Map<Integer, Extent.Unknown> unknown;

    /** The product of the extents, or {@link #UNCOUNTED}. */
    private final long elements;

    /** One whose extents are all known. */
    public Shape(List<Long> extents) {
        this(extents, Map.of());
    }

    private Shape(List<Long> extents, Map<Integer, Extent.Unknown> unknown) {
        this.extents = List.copyOf(extents);
        this.unknown = unknown;
        for (long extent : this.extents) {
            if (extent < 0) {
                throw new IllegalArgumentException("an extent must be at least 0: " + extents);
            }
        }
        this.elements = counted();
    }

    private long counted() {
        long product = unknown.isEmpty() ? 1 : UNCOUNTED;
        for (int axis = 0; axis < rank(); axis++) {
            long extent = extents.get(axis);
            if (extent == 0 && (unknown.isEmpty() || !unknown.containsKey(axis))) {
                // Whatever is multiplied by 0 is 0.
                return 0;
            }
            boolean fits = product != UNCOUNTED && Math.multiplyHigh(product, extent) == 0 && product * extent >= 0;
            product = fits ? product * extent : UNCOUNTED;
        }
        return product;
    }

    public static Shape of(long... extents) {
        List<Long> all = new ArrayList<>(extents.length);
        for (long extent : extents) {
            all.add(extent);
        }
        return new Shape(all);
    }

    /** One whose extents may not be known. */
    public static Shape ofAxes(List<Extent> axes) {
        List<Long> extents = new ArrayList<>(axes.size());
        Map<Integer, Extent.Unknown> unknown = new TreeMap<>();
        for (Extent extent : axes) {
            if (extent instanceof Extent.Unknown origin) {
                unknown.put(extents.size(), origin);
            }
            extents.add(extent instanceof Extent.Known known ? known.value() : 0L);
        }
        return new Shape(extents, unknown.isEmpty() ? Map.of() : unknown);
    }

    public int rank() {
        return extents.size();
    }

    /** All of them; throws {@link UnknownException} where one is not known. */
    public List<Long> extents() {
        requireKnown(0);
        return extents;
    }

    /** Throws {@link UnknownException} where it is not known. */
    public long extent(int axis) {
        long extent = extents.get(axis);
        if (!unknown.isEmpty() && unknown.containsKey(axis)) {
            throw new UnknownException(unknown.get(axis));
        }
        return extent;
    }

    /** The extent along an axis, whether it is known or not. */
    public Extent axis(int axis) {
        Extent.Unknown origin = unknown.isEmpty() ? null : unknown.get(axis);
        return origin == null ? new Extent.Known(extents.get(axis)) : origin;
    }

    /** All extents, whether they are known or not. */
    public List<Extent> axes() {
        List<Extent> axes = new ArrayList<>(rank());
        for (int axis = 0; axis < rank(); axis++) {
            axes.add(axis(axis));
        }
        return axes;
    }

    /** Whether all extents are known. */
    public boolean isKnown() {
        return unknown.isEmpty();
    }

    /** The first extent that is not known. */
    public Optional<Extent.Unknown> unknown() {
        return unknown.values().stream().findFirst();
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

    /** The same with other extents after the channels. */
    public Shape withSpatial(long... others) {
        Shape shape = this;
        for (int a = 0; a < others.length; a++) {
            shape = shape.with(2 + a, others[a]);
        }
        return shape;
    }

    /** The extents after the channels: H and W of an image; empty for vectors. Throws {@link UnknownException} where one is not known. */
    public List<Long> spatial() {
        int first = Math.min(2, rank());
        requireKnown(first);
        return extents.subList(first, rank());
    }

    /**
     * The product of the extents; throws {@link ArithmeticException} where it does not fit a {@code long}, and
     * {@link UnknownException} where it is not known.
     */
    public long elements() {
        if (elements == UNCOUNTED) {
            requireKnown(0);
            throw new ArithmeticException("a long does not hold the elements of " + this);
        }
        return elements;
    }

    /** Throws {@link ArithmeticException} where it is known to have more elements than a {@code long} counts. */
    public void requireCountable() {
        if (unknown.isEmpty()) {
            elements();
        }
    }

    /** Whether both are known to have the same number of elements. */
    public boolean hasAsManyElements(Shape other) {
        return unknown.isEmpty() && other.unknown.isEmpty() && (this == other || elements() == other.elements());
    }

    private void requireKnown(int from) {
        if (unknown.isEmpty()) {
            return;
        }
        for (int axis = from; axis < rank(); axis++) {
            extent(axis);
        }
    }

    /** The same shape with another extent on one axis. */
    public Shape with(int axis, long extent) {
        return with(axis, Extent.of(extent));
    }

    /** The same shape with another extent on one axis. */
    public Shape with(int axis, Extent extent) {
        List<Extent> changed = axes();
        changed.set(axis, extent);
        return ofAxes(changed);
    }

    /** The shape of several of these together: another axis, of {@code batch}, in front. */
    public Shape batched(long batch) {
        List<Extent> all = axes();
        all.add(0, Extent.of(batch));
        return ofAxes(all);
    }

    /** The shape of one of several samples: all axes but the first. */
    public Shape sample() {
        return ofAxes(axes().subList(1, rank()));
    }

    /** The same shape, where what comes from nowhere else comes from a layer. */
    public Shape from(String layer) {
        if (unknown.isEmpty()) {
            return this;
        }
        Map<Integer, Extent.Unknown> named = new TreeMap<>();
        unknown.forEach((axis, origin) -> named.put(axis, origin.or(layer)));
        return new Shape(extents, named);
    }

    /** The same shape, of which nobody asks where comes what is not known. */
    public Shape withoutOrigins() {
        if (unknown.isEmpty()) {
            return this;
        }
        Map<Integer, Extent.Unknown> bare = new TreeMap<>();
        unknown.keySet().forEach(axis -> bare.put(axis, Extent.Unknown.HERE));
        return new Shape(extents, bare);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && shape.extents.equals(extents) && shape.unknown.equals(unknown);
    }

    @Override
    public int hashCode() {
        return extents.hashCode() + unknown.hashCode();
    }

    /** As in {@code 1x64x112x112}; a scalar is the empty text, and what is not known a question mark. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        writeTo(text);
        return text.toString();
    }

    /** Appends what {@link #toString} says: a table of 100,000 layers makes no text for each of its shapes. */
    public void writeTo(StringBuilder text) {
        for (int axis = 0; axis < rank(); axis++) {
            if (axis > 0) {
                text.append('x');
            }
            if (!unknown.isEmpty() && unknown.containsKey(axis)) {
                text.append(Extent.Unknown.MARK);
            } else {
                text.append(extents.get(axis).longValue());
            }
        }
    }
}
