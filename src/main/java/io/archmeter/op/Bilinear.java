package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * For each feature a matrix between two vectors, x·W·y: N×…×C and N×…×D to N×…×features; weights are features×C×D (PyTorch {@code
 * Bilinear}).
 */
public record Bilinear(long features, boolean bias) implements Op {
    private static final Argument<Long> FEATURES =
            Argument.count("features", "elements of the output's last axis").asUsual();
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether each output element adds a bias").or(true);

    @Override
    public String kind() {
        return "bilinear";
    }

    static final OpRule<Bilinear> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FEATURES, BIAS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.PRODUCT, Trait.FEATURES_LAST);
        }

        @Override
        protected Bilinear read(Arguments given, Inputs in) {
            return new Bilinear(given.get(FEATURES), given.get(BIAS));
        }

        @Override
        protected Attributes attributes(Bilinear op) {
            return new Attributes().and(FEATURES, op.features).and(BIAS, op.bias);
        }

        @Override
        protected List<Formula> infer(Bilinear op, Inputs in) {
            in.require(op.kind(), 2, "a, b");
            Shape first = in.first();
            Shape second = in.shapes().get(1);
            List<Formula> extents = Extents.channelsRequired(first);
            if (!Extents.canBeEqual(first, second, axis -> axis == first.rank() - 1)) {
                throw new Refusal(
                        "shapes-differ",
                        "",
                        "bilinear meets " + first + " and " + second + ", which differ before the last axis",
                        "give both paths the same extents on all axes but the last");
            }
            extents.set(first.rank() - 1, Formula.of(op.features));
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Bilinear op, Inputs in) {
            WeightDeclaration matrices = WeightDeclaration.parameter("weight", op.features, last(in, 0), last(in, 1));
            return op.bias ? List.of(matrices, WeightDeclaration.parameter("bias", op.features)) : List.of(matrices);
        }

        /** In PyTorch's order ({@code _trilinear} of {@code Linear.cpp}): x·W for each feature, and that by y. */
        @Override
        protected Work work(Bilinear op, Inputs in, Shape out) {
            Formula outputs = Formula.elements(out);
            Formula second = Formula.of(last(in, 1));
            Work work = Work.multiplyAdds(Formula.sum(
                    Formula.product(outputs, Formula.of(last(in, 0)), second), Formula.product(outputs, second)));
            return op.bias ? work.and(ElementaryOperation.ADD, outputs) : work;
        }

        /** As of a linear layer: all of the last axis. */
        @Override
        protected Reach reach(Bilinear op, Inputs in) {
            return Reach.along(List.of(in.first().rank() - 1), in.first());
        }

        @Override
        protected Storage storage(Bilinear op) {
            return Storage.OWN;
        }

        /** {@code TrilinearBackward0} keeps both, as views of two axes; the bias is added to another tensor. */
        @Override
        protected Tape tape(Bilinear op, Inputs in, Shape out) {
            TapeEntry product = TapeEntry.on(List.of(2, 3), out)
                    .keeping(SavedForBackward.OPERANDS)
                    .withParameters();
            TapeEntry first = TapeEntry.view(0, in.first());
            TapeEntry second = TapeEntry.view(1, in.shapes().get(1));
            if (!op.bias) {
                return Tape.of(in, first, second, product, TapeEntry.view(4, out));
            }
            TapeEntry sum = TapeEntry.on(List.of(5), out).giving(TapeEntry.Gradient.PASSED_ON);
            return Tape.of(in, first, second, product.named("products"), TapeEntry.view(4, out), sum.withParameters());
        }
    };

    private static long last(Inputs in, int which) {
        Shape x = in.shapes().get(which);
        return x.extent(x.rank() - 1);
    }
}
