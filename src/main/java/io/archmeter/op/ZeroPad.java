package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts zeros around the spatial axes of N×C×… (PyTorch {@code ZeroPad2d}, ONNX {@code Pad}).
 *
 * @param axes one for each spatial axis: a window of one tap with that padding
 */
public record ZeroPad(List<Axis> axes) implements Op {
    private static final Argument<Padding> PADDING =
            Argument.padding("padding", "zeros around the input").asUsual();

    public ZeroPad {
        axes = List.copyOf(axes);
    }

    @Override
    public String kind() {
        return "zeropad";
    }

    static final OpRule<ZeroPad> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(PADDING);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        protected ZeroPad read(Arguments given, Inputs in) {
            PerAxis one = PerAxis.of(1);
            return new ZeroPad(
                    Window.read(in.only(), one, one, given.get(PADDING), one).axes());
        }

        @Override
        protected Attributes attributes(ZeroPad op) {
            return new Attributes().slide(op.axes);
        }

        @Override
        protected List<Formula> infer(ZeroPad op, Inputs in) {
            Shape x = in.only();
            Window.requireRank(PADDING.name(), op.axes.size(), x);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(x.axis(1))));
            for (int a = 0; a < op.axes.size(); a++) {
                Axis axis = op.axes.get(a);
                extents.add(
                        Formula.sum(Formula.of(axis.padBegin()), Formula.of(x.axis(a + 2)), Formula.of(axis.padEnd())));
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(ZeroPad op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(ZeroPad op, Inputs in, Shape out) {
            return Work.NONE;
        }

        @Override
        protected Reach reach(ZeroPad op, Inputs in) {
            return new Reach.Sliding(op.axes);
        }

        @Override
        protected Storage storage(ZeroPad op) {
            return Storage.OWN;
        }

        /** {@code ConstantPadNdBackward0} copies what it cuts out of the gradient. */
        @Override
        protected Tape tape(ZeroPad op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
