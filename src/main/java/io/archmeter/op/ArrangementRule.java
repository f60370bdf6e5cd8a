package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * The rule of an operator that moves elements, of whatever type, and computes nothing.
 *
 * <p>PyTorch moves none where a view with other strides says the same: a permutation, a slice. In a forward pass here each tensor
 * lies in one piece, its last axis fastest. So an operator that gives elements another order has an output of its own here, which is
 * what PyTorch makes where the next operation needs them in one piece, and only one that keeps their order is a view. In training
 * the {@link Tape} says what PyTorch does.
 */
abstract class ArrangementRule<O extends Op> extends SingleOutputRule<O> {
    @Override
    protected Set<Trait> traits() {
        return Set.of(Trait.ANY_TYPE);
    }

    @Override
    protected List<WeightDeclaration> weights(O op, Inputs in) {
        return List.of();
    }

    @Override
    protected Work work(O op, Inputs in, Shape out) {
        return Work.NONE;
    }
}
