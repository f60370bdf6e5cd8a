package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What the axes of queries, keys and values are: N×T×C is divided into heads, and …×heads×T×D has an axis of them.
 *
 * @param batch the axes before the heads
 * @param heads of the queries
 * @param keyHeads of the keys and values; where there are fewer, several heads of the queries share each (Ainslie et al. 2023,
 *     arXiv:2305.13245)
 * @param depth elements of a query and of a key
 * @param valueDepth elements of a value
 * @param divided whether the heads have no axis of their own
 */
record AttentionShapes(
        List<Extent> batch,
        Extent heads,
        Extent keyHeads,
        Extent queries,
        Extent keys,
        Extent depth,
        Extent valueDepth,
        boolean divided) {
    private static final Extent ONE = Extent.of(1);

    AttentionShapes {
        batch = List.copyOf(batch);
    }

    /** Throws {@link Refusal} where the shapes do not go together. One input is all three; of two, the second is keys and values. */
    static AttentionShapes of(String kind, long heads, Inputs in) {
        if (in.size() > 3) {
            throw new Refusal(
                    "too-many-inputs",
                    "",
                    kind + " takes queries, keys and values, but " + in.size() + " inputs come in",
                    "name them: from: [q, k, v]");
        }
        Shape query = in.first();
        Shape key = in.shapes().get(Math.min(1, in.size() - 1));
        Shape value = in.shapes().get(in.size() - 1);
        int rank = query.rank();
        if (rank < 3 || rank > 3 && heads > 1) {
            throw new Refusal(
                    "wrong-rank",
                    rank < 3 ? "" : "heads",
                    kind + " divides N×T×C into heads, or takes N×heads×T×D, but the input is " + query,
                    rank < 3 ? "give it an axis of positions and one of channels" : "leave heads out");
        }
        boolean sameAxes = key.rank() == rank && value.rank() == rank;
        if (!sameAxes || !Extents.canBeEqual(key.axis(rank - 2), value.axis(rank - 2))) {
            throw differ(kind, in);
        }
        AttentionShapes shapes = rank == 3 && heads > 1
                ? divided(kind, heads, in, List.of(query, key, value))
                : whole(List.of(query, key, value));
        List<Extent> batch = shapes.batch;
        boolean fits = areEqual(batch, key) && areEqual(batch, value) && shapes.keyHeadsDivide();
        boolean alike = heads > 1 || Extents.canBeEqual(query.axis(rank - 1), key.axis(rank - 1));
        if (!fits || !alike || rank > 3 && !Extents.canBeEqual(key.axis(rank - 3), value.axis(rank - 3))) {
            throw differ(kind, in);
        }
        return shapes;
    }

    private static AttentionShapes divided(String kind, long heads, Inputs in, List<Shape> tensors) {
        long channels = tensors.get(0).extent(2);
        long keyChannels = tensors.get(1).extent(2);
        long valueChannels = tensors.get(2).extent(2);
        if (channels % heads != 0) {
            throw new Refusal(
                    "indivisible-heads",
                    "heads",
                    channels + " channels do not divide into " + heads + " heads",
                    "use " + Divisors.of(channels));
        }
        long depth = channels / heads;
        long keyHeads = depth == 0 ? 0 : keyChannels / depth;
        if (keyHeads == 0 || keyHeads * depth != keyChannels || valueChannels % keyHeads != 0) {
            throw differ(kind, in);
        }
        return new AttentionShapes(
                List.of(tensors.get(0).axis(0)),
                Extent.of(heads),
                Extent.of(keyHeads),
                tensors.get(0).axis(1),
                tensors.get(1).axis(1),
                Extent.of(depth),
                Extent.of(valueChannels / keyHeads),
                true);
    }

    /** Where there is one head, or an axis of them. */
    private static AttentionShapes whole(List<Shape> tensors) {
        Shape query = tensors.get(0);
        Shape key = tensors.get(1);
        int rank = query.rank();
        return new AttentionShapes(
                query.axes().subList(0, rank == 3 ? 1 : rank - 3),
                rank == 3 ? ONE : query.axis(rank - 3),
                rank == 3 ? ONE : key.axis(rank - 3),
                query.axis(rank - 2),
                key.axis(rank - 2),
                query.axis(rank - 1),
                tensors.get(2).axis(rank - 1),
                rank == 3);
    }

    private static boolean areEqual(List<Extent> batch, Shape other) {
        boolean equal = true;
        for (int axis = 0; axis < batch.size(); axis++) {
            equal &= Extents.canBeEqual(batch.get(axis), other.axis(axis));
        }
        return equal;
    }

    private static Refusal differ(String kind, Inputs in) {
        return new Refusal(
                "shapes-differ",
                "",
                kind + " meets " + in.shapes() + ", whose axes do not go together",
                "give keys the channels of a query's head, and values as many positions as there are keys");
    }

    private boolean keyHeadsDivide() {
        return !(heads instanceof Extent.Known all && keyHeads instanceof Extent.Known own)
                || all.equals(own)
                || own.value() > 0 && all.value() % own.value() == 0;
    }

    /** Whether several heads of the queries share one of the keys, as far as is known. */
    boolean grouped() {
        return !heads.equals(keyHeads);
    }

    /** Whether the heads of one tensor lie one after the other, or can be taken so. */
    boolean headsLieTogether() {
        return !divided || heads.equals(ONE) || batch.get(0).equals(ONE);
    }

    /** The extents of what comes out. */
    List<Formula> output() {
        List<Formula> extents = new ArrayList<>();
        batch.forEach(axis -> extents.add(Formula.of(axis)));
        if (!divided) {
            extents.add(Formula.of(heads));
        }
        extents.add(Formula.of(queries));
        boolean joined = divided && !heads.equals(ONE);
        extents.add(joined ? Formula.product(Formula.of(heads), Formula.of(valueDepth)) : Formula.of(valueDepth));
        return extents;
    }

    /** A tensor that has an extent for each: batch, heads, positions, elements of a head. */
    Shape shape(Extent positions, Extent elements) {
        List<Extent> axes = new ArrayList<>(batch);
        axes.addAll(List.of(heads, positions, elements));
        return Shape.ofAxes(axes);
    }

    /** The product of each query with each key. */
    Shape scores() {
        return shape(queries, keys);
    }
}
