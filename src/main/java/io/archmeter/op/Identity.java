package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/** Passes its input on; any shape. */
public record Identity() implements Op {
    @Override
    public String kind() {
        return "identity";
    }

    static final OpRule<Identity> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        protected Identity read(Arguments given, Inputs in) {
            return new Identity();
        }

        @Override
        protected Attributes attributes(Identity op) {
            return new Attributes();
        }

        @Override
        protected List<Formula> infer(Identity op, Inputs in) {
            return Extents.same(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(Identity op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Identity op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(Identity op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        protected Storage storage(Identity op) {
            return Storage.VIEW;
        }

        /** It is no operation to autograd. */
        @Override
        protected Tape tape(Identity op, Inputs in, Shape out) {
            return Tape.nothing(in);
        }
    };
}
