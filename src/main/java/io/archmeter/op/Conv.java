package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Convolution over any number of spatial axes, N×C×… to N×channels×…; weights are channels×(C / group)×kernel.
 *
 * @param channels the output's channels
 * @param group into how many the channels are divided, each seeing its own share of the input
 * @param mode what is put around the input; a constant is zero
 */
public record Conv(long channels, Window window, long group, boolean bias, PaddingMode mode) implements Op {
    private static final String ZEROS = "zeros";
    private static final Argument<Long> CHANNELS =
            Argument.count("channels", "channels of the output").asUsual();
    private static final Argument<Long> GROUPS =
            Argument.count("groups", "groups that the channels divide into").or(1L);
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether each output channel adds a bias").or(true);
    private static final Argument<PaddingMode> MODE = Argument.choice(
                    "padding_mode",
                    "what is put around the input; zeros, if left out",
                    word -> word.equals(ZEROS) ? PaddingMode.CONSTANT : PaddingMode.named(word),
                    ZEROS,
                    "reflect",
                    "replicate",
                    "circular")
            .orDerived();

    /** With zeros around the input. */
    public Conv(long channels, Window window, long group, boolean bias) {
        this(channels, window, group, bias, PaddingMode.CONSTANT);
    }

    public Conv {
        if (channels < 1 || group < 1) {
            throw new IllegalArgumentException(
                    "no such convolution: " + channels + " channels in " + group + " groups");
        }
    }

    @Override
    public String kind() {
        return "conv";
    }

    static final OpRule<Conv> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(CHANNELS, Window.KERNEL, Window.STRIDE, Window.PADDING, Window.DILATION, GROUPS, BIAS, MODE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(
                    Trait.PRODUCT,
                    Trait.LIGHTER_IN_SMALL_KERNELS,
                    Trait.LIGHTER_AFTER_BOTTLENECK,
                    Trait.LIGHTER_IN_GROUPS);
        }

        @Override
        protected Conv read(Arguments given, Inputs in) {
            Window window = Window.read(
                    in.only(),
                    given.get(Window.KERNEL),
                    given.get(Window.STRIDE),
                    given.get(Window.PADDING),
                    given.get(Window.DILATION));
            PaddingMode mode = given.find(MODE).orElse(PaddingMode.CONSTANT);
            return new Conv(given.get(CHANNELS), window, given.get(GROUPS), given.get(BIAS), mode);
        }

        @Override
        protected Attributes attributes(Conv op) {
            Attributes attributes = new Attributes()
                    .and(CHANNELS, op.channels)
                    .and(op.window)
                    .and(GROUPS, op.group)
                    .and(BIAS, op.bias);
            return op.mode == PaddingMode.CONSTANT ? attributes : attributes.and(MODE, op.mode);
        }

        @Override
        protected List<Formula> infer(Conv op, Inputs in) {
            Shape x = in.only();
            List<Formula> spatial = op.window.slide(x, Rounding.FLOOR);
            op.requireRoom(x);
            Groups.requireDivisible(GROUPS, op.group, x.channels(), op.channels);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(op.channels)));
            extents.addAll(spatial);
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(Conv op, Inputs in) {
            List<Long> extents = new ArrayList<>(List.of(op.channels, in.only().channels() / op.group));
            for (Axis axis : op.window.axes()) {
                extents.add((long) axis.kernel());
            }
            WeightDeclaration kernel =
                    new WeightDeclaration("weight", Weight.Kind.PARAMETER, new Shape(extents), DType.FLOAT32);
            return op.bias ? List.of(kernel, WeightDeclaration.parameter("bias", op.channels)) : List.of(kernel);
        }

        /**
         * One multiply-add per tap and output element, taps on padding included; the bias is an add. What is no zero around the input
         * are elements that are multiplied as others.
         */
        @Override
        protected Work work(Conv op, Inputs in, Shape out) {
            Shape x = in.only();
            Formula depth = Formula.of(x.channels() / op.group);
            Formula all = Formula.product(Formula.elements(out), depth, op.window.taps());
            Formula onInput = Formula.product(
                    Formula.of(out.batch()), Formula.of(op.channels), depth, op.window.tapsOnInput(x, out));
            Work work = op.mode == PaddingMode.CONSTANT ? new Work(all, onInput, Map.of()) : Work.multiplyAdds(all);
            return op.bias ? work.and(ElementaryOperation.ADD, Formula.elements(out)) : work;
        }

        @Override
        protected Reach reach(Conv op, Inputs in) {
            return new Reach.Sliding(op.window.axes());
        }

        @Override
        protected Storage storage(Conv op) {
            return Storage.OWN;
        }

        /**
         * {@code ConvolutionBackward0} keeps the input, for the gradient of the weights. In a mode other than zeros that is what {@code
         * F.pad} puts out, even where nothing is added ({@code _conv_forward} of {@code torch/nn/modules/conv.py}).
         */
        @Override
        protected Tape tape(Conv op, Inputs in, Shape out) {
            boolean zeros = op.mode == PaddingMode.CONSTANT;
            Shape padded = zeros ? op.window.evened(in.only()) : op.window.padded(in.only());
            TapeEntry pad = TapeEntry.of(in, padded).named("padded input");
            if (op.mode.keepsInput()) {
                pad = pad.keeping(SavedForBackward.OPERANDS);
            }
            boolean even = zeros && padded.equals(in.only());
            TapeEntry conv = TapeEntry.on(List.of(even ? 0 : 1), out)
                    .keeping(SavedForBackward.OPERANDS)
                    .withParameters();
            return even ? Tape.of(in, conv) : Tape.of(in, pad, conv);
        }
    };

    private void requireRoom(Shape x) {
        for (int a = 0; a < window.axes().size(); a++) {
            Axis axis = window.axes().get(a);
            mode.requireRoom(Window.PADDING, a + 2, Math.max(axis.padBegin(), axis.padEnd()), x);
        }
    }
}
