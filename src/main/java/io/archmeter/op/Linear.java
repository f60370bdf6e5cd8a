package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * A fully connected layer over the last axis, N×…×C to N×…×features; weights are features×C (PyTorch {@code Linear}, ONNX
 * {@code Gemm}).
 */
public record Linear(long features, boolean bias) implements Op {
    private static final Argument<Long> FEATURES =
            Argument.count("features", "elements of the output's last axis").asUsual();
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether each output element adds a bias").or(true);

    @Override
    public String kind() {
        return "linear";
    }

    static final OpRule<Linear> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FEATURES, BIAS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.PRODUCT, Trait.FEATURES_LAST, Trait.LIGHTER_AFTER_AVERAGE);
        }

        @Override
        protected Linear read(Arguments given, Inputs in) {
            return new Linear(given.get(FEATURES), given.get(BIAS));
        }

        @Override
        protected Attributes attributes(Linear op) {
            return new Attributes().and(FEATURES, op.features).and(BIAS, op.bias);
        }

        @Override
        protected List<Formula> infer(Linear op, Inputs in) {
            Shape x = in.only();
            List<Formula> extents = Extents.channelsRequired(x);
            extents.set(x.rank() - 1, Formula.of(op.features));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Linear op, Inputs in) {
            WeightDeclaration matrix = WeightDeclaration.parameter("weight", op.features, features(in));
            return op.bias ? List.of(matrix, WeightDeclaration.parameter("bias", op.features)) : List.of(matrix);
        }

        @Override
        protected Work work(Linear op, Inputs in, Shape out) {
            Work work = Work.multiplyAdds(Formula.product(Formula.elements(out), Formula.of(features(in))));
            return op.bias ? work.and(ElementaryOperation.ADD, Formula.elements(out)) : work;
        }

        @Override
        protected Reach reach(Linear op, Inputs in) {
            return Reach.along(List.of(in.only().rank() - 1), in.only());
        }

        @Override
        protected Storage storage(Linear op) {
            return Storage.OWN;
        }

        /**
         * {@code AddmmBackward0} keeps the input, for the gradient of the weights. N×…×C goes through it as (N·…)×C, which is a
         * view where memory allows it, and so is what comes out ({@code aten/src/ATen/native/Linear.cpp}).
         */
        @Override
        protected Tape tape(Linear op, Inputs in, Shape out) {
            Shape x = in.only();
            if (x.spatialRank() == 0) {
                return Tape.of(in, product(0, out));
            }
            return Tape.of(
                    in,
                    TapeEntry.view(0, x).showing(new View.Joined(x.rank() - 1)),
                    product(1, out),
                    TapeEntry.view(2, out));
        }
    };

    private static TapeEntry product(int operand, Shape out) {
        return TapeEntry.on(List.of(operand), out)
                .keeping(SavedForBackward.OPERANDS)
                .withParameters();
    }

    private static long features(Inputs in) {
        Shape x = in.only();
        return x.extent(x.rank() - 1);
    }
}
