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
        List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        Identity read(Arguments given, Inputs in) {
            return new Identity();
        }

        @Override
        Attributes attributes(Identity op) {
            return new Attributes();
        }

        @Override
        List<Formula> infer(Identity op, Inputs in) {
            return Extents.same(in.only());
        }

        @Override
        List<WeightDeclaration> weights(Identity op, Inputs in) {
            return List.of();
        }

        @Override
        Work work(Identity op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        Reach reach(Identity op, Inputs in) {
            return Reach.POINTWISE;
        }

        @Override
        Storage storage(Identity op) {
            return Storage.VIEW;
        }

        /** It is no operation to autograd. */
        @Override
        Tape tape(Identity op, Inputs in, Shape out) {
            return Tape.nothing(in);
        }
    };
}
