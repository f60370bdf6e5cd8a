package io.archmeter.onnx.network;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.Attention;
import io.archmeter.op.AttentionMask;
import java.util.List;
import java.util.Optional;

/** Attention, where it is PyTorch's {@code scaled_dot_product_attention}. */
final class AttentionMapping {
    private static final int MASK = 3;

    static final Mapping ATTENTION = call -> {
        boolean past = call.has(4) || call.has(5) || call.has(6);
        boolean capped = call.real("softcap", 0) != 0;
        boolean causal = call.attributes().flag("is_causal");
        if (past || capped || call.asked() > 1 || !fits(call, causal)) {
            return Optional.empty();
        }
        long heads = call.shape(0).rank() == 3 ? call.attributes().whole("q_num_heads", 0) : 1;
        Optional<Double> scale = call.attributes().has("scale") ? Optional.of(call.real("scale", 1)) : Optional.empty();
        boolean masked = call.has(MASK);
        AttentionMask mask =
                !masked ? AttentionMask.NONE : call.type(MASK) == DType.BOOL ? AttentionMask.SEEN : AttentionMask.ADDED;
        return Optional.of(Mapped.of(
                new Attention(heads, causal, scale, mask), masked ? List.of(0, 1, 2, MASK) : List.of(0, 1, 2)));
    };

    private AttentionMapping() {}

    /** A mask has all four axes, which nobody can read in two ways; what is causal has as many queries as keys, and no mask beside it. */
    private static boolean fits(MappingCall call, boolean causal) {
        Shape query = call.shape(0);
        Shape key = call.shape(1);
        boolean square = query.extent(query.rank() - 2) == key.extent(key.rank() - 2);
        boolean mask = !call.has(MASK) || call.shape(MASK).rank() == 4 && !causal;
        return query.rank() == key.rank() && mask && (square || !causal);
    }
}
