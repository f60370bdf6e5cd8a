package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The mean of each channel, N×C×… to N×C×1×… (ONNX {@code GlobalAveragePool}). */
public record GlobalAvgPool() implements Op {
    @Override
    public String kind() {
        return "globalavgpool";
    }

    static final OpRule<GlobalAvgPool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.POOL);
        }

        @Override
        protected GlobalAvgPool read(Arguments given, Inputs in) {
            return new GlobalAvgPool();
        }

        @Override
        protected Attributes attributes(GlobalAvgPool op) {
            return new Attributes();
        }

        @Override
        protected List<Formula> infer(GlobalAvgPool op, Inputs in) {
            Shape x = in.only();
            Window.requireSpatial(x);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
            for (int axis = 0; axis < x.spatialRank(); axis++) {
                extents.add(Formula.ONE);
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(GlobalAvgPool op, Inputs in) {
            return List.of();
        }

        /** One add per input element and one division per output element. */
        @Override
        protected Work work(GlobalAvgPool op, Inputs in, Shape out) {
            return Work.NONE
                    .and(ElementaryOperation.ADD, Formula.elements(in.only()))
                    .and(ElementaryOperation.DIVIDE, Formula.elements(out));
        }

        @Override
        protected Reach reach(GlobalAvgPool op, Inputs in) {
            return Reach.WHOLE;
        }

        @Override
        protected Storage storage(GlobalAvgPool op) {
            return Storage.OWN;
        }

        /** {@code MeanBackward1} needs the shape alone. */
        @Override
        protected Tape tape(GlobalAvgPool op, Inputs in, Shape out) {
            return Tape.pool(in, in.only(), out, SavedForBackward.NOTHING);
        }
    };
}
