package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What attention does with its last input where that is a mask (PyTorch {@code attn_mask}). */
public enum AttentionMask {
    /** No input is one. */
    NONE,
    /** It is added to the scaled products of queries and keys. */
    ADDED,
    /** It says of each query which keys are seen. */
    SEEN;

    static final Argument<Boolean> GIVEN = Argument.flag(
                    "attn_mask",
                    "whether the last input is a mask: numbers added to the scaled products, or truth values of keys that are seen")
            .or(false);

    private static final Extent ONE = Extent.of(1);

    /** What is written of inputs; throws {@link Refusal} where they have no such mask. */
    static AttentionMask read(String kind, boolean given, boolean causal, Inputs in) {
        DType last = in.types().get(in.size() - 1);
        if (!given && last != DType.BOOL) {
            return NONE;
        }
        if (!given || in.size() == 1) {
            throw new Refusal(
                    given ? "too-few-inputs" : "wrong-dtype",
                    GIVEN.name(),
                    given
                            ? kind + " has a mask for its last input, but only one comes in"
                            : kind + " takes truth values for a mask alone",
                    given ? "name both: from: [x, mask]" : "say that the last input is one: attn_mask: true");
        }
        if (causal) {
            throw new Refusal(
                    "too-many-inputs",
                    "causal",
                    kind + " has a mask, but is causal already",
                    "leave causal out, and let the mask hide keys behind a query");
        }
        return last == DType.BOOL ? SEEN : ADDED;
    }

    /** The inputs without the mask. */
    Inputs tensors(Inputs in) {
        int tensors = in.size() - (this == NONE ? 0 : 1);
        return new Inputs(in.shapes().subList(0, tensors), in.types().subList(0, tensors));
    }

    /** Throws {@link Refusal} unless the mask is …×heads×Tq×Tk or N×Tq×Tk, with 1 for what is the same along an axis. */
    void require(String kind, Inputs in, Shape scores) {
        if (this == NONE) {
            return;
        }
        Shape mask = in.shapes().get(in.size() - 1);
        List<Extent> axes = new ArrayList<>(mask.axes());
        if (mask.rank() == 3 && scores.rank() == 4) {
            axes.add(1, ONE);
        }
        boolean fits = axes.size() == scores.rank();
        for (int axis = 0; fits && axis < axes.size(); axis++) {
            fits = axes.get(axis).equals(ONE) || Extents.canBeEqual(axes.get(axis), scores.axis(axis));
        }
        if (!fits) {
            throw new Refusal(
                    "shapes-differ",
                    "",
                    kind + " has products of " + scores + ", but a mask of " + mask,
                    "give the mask the batch or 1, then the heads or 1, or no axis of them, then queries and keys");
        }
    }

    /**
     * A query stays at its position and sees all keys and values, and all channels: of a causal one, the last does. What a mask says is no
     * position of its own.
     */
    Reach reach(Inputs in) {
        int tensors = tensors(in).size();
        List<Optional<List<Integer>>> inputs = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            List<Integer> from = new ArrayList<>();
            int rank = in.first().rank();
            for (int axis = 0; axis < rank; axis++) {
                boolean stays = axis < rank - 2 || axis == rank - 2 && i == 0 && tensors > 1;
                from.add(stays ? axis : Reach.Mapped.ALL);
            }
            inputs.add(i < tensors ? Optional.of(from) : Optional.empty());
        }
        return new Reach.Mapped(inputs);
    }

    /** The numbers that are added count. */
    Work work(Work before, Formula scores) {
        return this == ADDED ? before.and(ElementaryOperation.ADD, scores) : before;
    }

    /** The mask as PyTorch adds it: truth values become numbers before that. */
    TapeEntry asNumbers(int operand, Shape mask) {
        return TapeEntry.on(List.of(operand), mask).named("mask as numbers");
    }
}
