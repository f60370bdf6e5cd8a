package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code multi_head_attention_forward} of {@code torch/nn/functional.py} without {@code need_weights}: it works on T×N×E, which is copied
 * from more than one sample. What is the same tensor goes through one product, and its parts are copied apart ({@code
 * _in_projection_packed}). The gradients of all weights are taken to be there from the first that is brought, and a
 * mask to have none.
 */
final class MultiheadAttentionTape {
    private static final Extent ONE = Extent.of(1);

    private final Inputs in;
    private final Shape out;
    private final List<TapeEntry> entries = new ArrayList<>();

    private MultiheadAttentionTape(Inputs in, Shape out) {
        this.in = in;
        this.out = out;
    }

    /** @param shapes of queries, keys and values behind their products */
    static Tape of(AttentionShapes shapes, AttentionMask mask, Inputs in, Shape out) {
        MultiheadAttentionTape tape = new MultiheadAttentionTape(in, out);
        List<Integer> operands = new ArrayList<>();
        int tensors = mask.tensors(in).size();
        for (int tensor = 0; tensor < tensors; tensor++) {
            int parts = tensor == tensors - 1 ? 3 - tensor : 1;
            operands.add(tape.projected(tensor, parts));
        }
        if (mask != AttentionMask.NONE) {
            boolean numbers = mask == AttentionMask.ADDED;
            operands.add(
                    numbers
                            ? tensors
                            : tape.add(mask.asNumbers(tensors, in.shapes().get(tensors))));
        }
        int attended = tape.add(AttentionTape.fused(shapes, operands, out).named("attended"));
        tape.add(product(attended, out));
        tape.add(TapeEntry.view(tape.last(), out));
        return new Tape(in.size(), tape.entries);
    }

    private int projected(int tensor, int parts) {
        Shape own = in.shapes().get(tensor);
        Shape all = own.with(2, Math.multiplyExact(parts, out.extent(2)));
        int rows = add(
                own.axis(0).equals(ONE)
                        ? TapeEntry.view(tensor, own)
                        : TapeEntry.on(List.of(tensor), own).named("positions first"));
        int product = add(product(rows, all).named("projected"));
        return parts == 1 ? product : add(TapeEntry.on(List.of(product), all).named("projections apart"));
    }

    private static TapeEntry product(int operand, Shape out) {
        return TapeEntry.on(List.of(operand), out)
                .keeping(SavedForBackward.OPERANDS)
                .withParameters();
    }

    private int last() {
        return in.size() + entries.size() - 1;
    }

    private int add(TapeEntry entry) {
        entries.add(entry);
        return last();
    }
}
