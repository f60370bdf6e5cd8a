package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Root mean square normalization (Zhang and Sennrich 2019, arXiv:1910.07467; PyTorch {@code RMSNorm}, ONNX {@code
 * RMSNormalization}): what lies along some axes of a sample is divided by the root of the mean of its squares.
 *
 * @param axes from 1 on, each once
 * @param epsilon what is added to the mean of the squares
 * @param affine whether a scale for each position along the axes is learnt
 */
public record RmsNorm(List<Integer> axes, double epsilon, boolean affine) implements Op {
    private static final Argument<List<Integer>> AXES = Argument.integers(
                    "axes", "axes that are normalized together; 1 is that of the channels")
            .or(List.of(-1));

    /** That of PyTorch, {@code torch.finfo(torch.float32).eps}: the step of 32-bit numbers after 1. */
    private static final Argument<Double> EPSILON =
            Argument.number("eps", "what is added to the mean of the squares").or(1.1920929e-7);

    private static final Argument<Boolean> AFFINE =
            Argument.flag("affine", "whether the scale is learnt").or(true);

    public RmsNorm {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.stream().anyMatch(axis -> axis < 1)) {
            throw new IllegalArgumentException("no such axes of a sample: " + axes);
        }
    }

    @Override
    public String kind() {
        return "rmsnorm";
    }

    static final OpRule<RmsNorm> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(AXES, EPSILON, AFFINE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected RmsNorm read(Arguments given, Inputs in) {
            List<Integer> axes = ChosenAxes.read(AXES.name(), given.get(AXES), in.only());
            ChosenAxes.requireWithinSample(AXES.name(), axes, in.only());
            return new RmsNorm(axes, given.get(EPSILON), given.get(AFFINE));
        }

        @Override
        protected Attributes attributes(RmsNorm op) {
            return new Attributes().and(AXES, op.axes).and(EPSILON, op.epsilon).and(AFFINE, op.affine);
        }

        @Override
        protected List<Formula> infer(RmsNorm op, Inputs in) {
            ChosenAxes.requireWithinSample(AXES.name(), op.axes, in.only());
            return Extents.same(in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(RmsNorm op, Inputs in) {
            if (!op.affine) {
                return List.of();
            }
            long[] extents = op.axes.stream().mapToLong(in.only()::extent).toArray();
            return List.of(WeightDeclaration.parameter("weight", extents));
        }

        /**
         * Per element a square and an add to their sum, a multiply by the inverse root, and the scale; per root a division by the
         * number of elements, and the root. No sum of products with weights, so no multiply-add.
         */
        @Override
        protected Work work(RmsNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            Formula roots = ChosenAxes.times(op.axes, out);
            return Work.NONE
                    .and(ElementaryOperation.ADD, elements)
                    .and(ElementaryOperation.MULTIPLY, Formula.product(Formula.of(op.affine ? 3 : 2), elements))
                    .and(ElementaryOperation.DIVIDE, roots)
                    .and(ElementaryOperation.POWER, roots);
        }

        @Override
        protected Reach reach(RmsNorm op, Inputs in) {
            return Reach.along(op.axes, in.only());
        }

        @Override
        protected Storage storage(RmsNorm op) {
            return Storage.IN_PLACE;
        }

        /**
         * PyTorch composes it ({@code rms_norm_composite} of ATen's {@code layer_norm.cpp}). {@code PowBackward0} keeps the input,
         * {@code RsqrtBackward0} the inverse root, {@code MulBackward0} both, and the one of the scale what is scaled. The
         * squares are there until the root is. Backward,
         * {@code pow_backward} has the input and its multiple beside its result, {@code rsqrt_backward} the cube of the inverse root
         * and its multiple ({@code torch/csrc/autograd/FunctionsManual.cpp}), and the gradient of the scale is of full size before it
         * is summed. In half precision it computes in 32 bits, which is not told here.
         */
        @Override
        protected Tape tape(RmsNorm op, Inputs in, Shape out) {
            Formula elements = Formula.elements(out);
            Formula roots = ChosenAxes.times(op.axes, out);
            Shape means = out;
            for (int axis : op.axes) {
                means = means.with(axis, 1);
            }
            TapeEntry squares = TapeEntry.of(in, out)
                    .named("squares")
                    .keeping(SavedForBackward.OPERANDS)
                    .needing(Formula.ZERO, Formula.product(Formula.of(2), elements));
            TapeEntry mean = TapeEntry.on(List.of(1), means).named("mean of squares");
            TapeEntry sum = TapeEntry.on(List.of(2), means)
                    .named("sum with eps")
                    .inPlace()
                    .giving(TapeEntry.Gradient.PASSED_ON);
            TapeEntry root = TapeEntry.on(List.of(3), means)
                    .named("inverse root")
                    .keeping(SavedForBackward.OUTPUT)
                    .needing(elements, Formula.product(Formula.of(2), roots));
            TapeEntry normalized = TapeEntry.on(List.of(0, 4), out)
                    .keeping(SavedForBackward.FACTORS)
                    .giving(TapeEntry.Gradient.ELEMENTWISE);
            if (!op.affine) {
                return Tape.of(in, squares, mean, sum, root, normalized);
            }
            TapeEntry scaled = TapeEntry.on(List.of(5), out)
                    .inPlace()
                    .keeping(SavedForBackward.OPERANDS)
                    .withParameters()
                    .needing(Formula.ZERO, elements);
            return Tape.of(in, squares, mean, sum, root, normalized.named("normalized"), scaled);
        }
    };
}
