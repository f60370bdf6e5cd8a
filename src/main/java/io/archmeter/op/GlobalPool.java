package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The mean or the largest element of each channel, N×C×… to N×C×1×… (ONNX {@code GlobalAveragePool} and {@code GlobalMaxPool};
 * PyTorch's adaptive pools to 1).
 */
public record GlobalPool(PoolFunction function) implements Op {
    @Override
    public String kind() {
        return function.kind("global");
    }

    static OpRule<GlobalPool> rule(PoolFunction function) {
        return new SingleOutputRule<>() {
            @Override
            protected List<Argument<?>> arguments() {
                return List.of();
            }

            @Override
            protected Set<Trait> traits() {
                return Set.of(Trait.POOL);
            }

            @Override
            protected GlobalPool read(Arguments given, Inputs in) {
                return new GlobalPool(function);
            }

            @Override
            protected Attributes attributes(GlobalPool op) {
                return new Attributes();
            }

            @Override
            protected List<Formula> infer(GlobalPool op, Inputs in) {
                Shape x = in.only();
                Window.requireSpatial(x);
                List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
                for (int axis = 0; axis < x.spatialRank(); axis++) {
                    extents.add(Formula.ONE);
                }
                return extents;
            }

            @Override
            protected List<WeightDeclaration> weights(GlobalPool op, Inputs in) {
                return List.of();
            }

            @Override
            protected Work work(GlobalPool op, Inputs in, Shape out) {
                return Pooling.work(op.function, Formula.elements(in.only()), out);
            }

            @Override
            protected Reach reach(GlobalPool op, Inputs in) {
                return Reach.WHOLE_CHANNEL;
            }

            @Override
            protected Storage storage(GlobalPool op) {
                return Storage.OWN;
            }

            /** {@code MeanBackward1} needs the shape alone; {@code AdaptiveMaxPool2DBackward0} keeps the input and indices. */
            @Override
            protected Tape tape(GlobalPool op, Inputs in, Shape out) {
                boolean mean = op.function == PoolFunction.MEAN;
                return Tape.pool(in, in.only(), out, mean ? SavedForBackward.NOTHING : Pooling.withIndices(out));
            }
        };
    }
}
