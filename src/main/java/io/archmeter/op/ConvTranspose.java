package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Transposed convolution over any number of spatial axes, N×C×… to N×channels×…: each element of the input adds a kernel's worth of
 * elements to the output, a stride from those of its neighbour; weights are C×(channels / group)×kernel (Dumoulin and Visin 2016,
 * arXiv:1603.07285, chapter 4; PyTorch {@code ConvTranspose2d}, ONNX {@code ConvTranspose}).
 *
 * @param channels the output's channels
 * @param window the strides are steps of the output, and the padding is what is cut off from it
 * @param outputPadding what each axis has more at its end
 * @param group into how many the channels are divided, each seeing its own share of the input
 */
public record ConvTranspose(long channels, Window window, List<Integer> outputPadding, long group, boolean bias)
        implements Op {
    private static final Argument<Long> CHANNELS =
            Argument.count("channels", "channels of the output").asUsual();
    private static final Argument<PerAxis> STRIDE = Argument.perAxis(
                    "stride", "steps of the output from one element of the input to the next")
            .or(PerAxis.of(1));
    private static final Argument<Padding> PADDING = Argument.padding(
                    "padding", "elements that are cut off at both ends of each axis")
            .or(Padding.NONE);
    private static final Argument<Long> GROUPS =
            Argument.count("groups", "groups that the channels divide into").or(1L);
    private static final Argument<Boolean> BIAS =
            Argument.flag("bias", "whether each output channel adds a bias").or(true);

    public ConvTranspose {
        outputPadding = List.copyOf(outputPadding);
        if (channels < 1 || group < 1 || outputPadding.size() != window.axes().size()) {
            throw new IllegalArgumentException(
                    "no such transposed convolution: " + channels + " channels in " + group + " groups");
        }
    }

    @Override
    public String kind() {
        return "convtranspose";
    }

    static final OpRule<ConvTranspose> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(
                    CHANNELS, Window.KERNEL, STRIDE, PADDING, OutputPadding.ARGUMENT, Window.DILATION, GROUPS, BIAS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.PRODUCT);
        }

        @Override
        protected ConvTranspose read(Arguments given, Inputs in) {
            Shape x = in.only();
            Padding padding = perAxis(PADDING, given, x);
            Window window =
                    Window.read(x, given.get(Window.KERNEL), given.get(STRIDE), padding, given.get(Window.DILATION));
            List<Integer> more = OutputPadding.numbers(perAxis(OutputPadding.ARGUMENT, given, x), x.spatialRank());
            return new ConvTranspose(given.get(CHANNELS), window, more, given.get(GROUPS), given.get(BIAS));
        }

        @Override
        protected Attributes attributes(ConvTranspose op) {
            Attributes attributes = new Attributes().and(CHANNELS, op.channels).and(op.window);
            if (op.outputPadding.stream().anyMatch(more -> more > 0)) {
                attributes.and(OutputPadding.ARGUMENT, new Padding.Explicit(op.outputPadding));
            }
            return attributes.and(GROUPS, op.group).and(BIAS, op.bias);
        }

        @Override
        protected List<Formula> infer(ConvTranspose op, Inputs in) {
            Shape x = in.only();
            Window.requireRank(Window.KERNEL.name(), op.window.axes().size(), x);
            Groups.requireDivisible(GROUPS, op.group, x.channels(), op.channels);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.batch()), Formula.of(op.channels)));
            for (int a = 0; a < op.window.axes().size(); a++) {
                Axis axis = op.window.axes().get(a);
                extents.add(
                        x.axis(a + 2) instanceof Extent.Known known
                                ? OutputPadding.extent(known.value(), axis, op.outputPadding.get(a))
                                : Formula.of(x.axis(a + 2)));
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(ConvTranspose op, Inputs in) {
            List<Long> extents = new ArrayList<>(List.of(in.only().channels(), op.channels / op.group));
            for (Axis axis : op.window.axes()) {
                extents.add((long) axis.kernel());
            }
            WeightDeclaration kernel =
                    new WeightDeclaration("weight", Weight.Kind.PARAMETER, new Shape(extents), DType.FLOAT32);
            return op.bias ? List.of(kernel, WeightDeclaration.parameter("bias", op.channels)) : List.of(kernel);
        }

        /** One multiply-add per tap and element of the input, those that are cut off included; the bias is an add. */
        @Override
        protected Work work(ConvTranspose op, Inputs in, Shape out) {
            Shape x = in.only();
            Formula width = Formula.of(op.channels / op.group);
            Formula all = Formula.product(Formula.elements(x), width, op.window.taps());
            // Where the taps of an element of the input fall on the output: as a convolution's window on its input.
            Formula kept =
                    Formula.product(Formula.of(x.batch()), Formula.of(x.axis(1)), width, op.window.tapsOnInput(out, x));
            Work work = new Work(all, kept, Map.of());
            return op.bias ? work.and(ElementaryOperation.ADD, Formula.elements(out)) : work;
        }

        /**
         * With a stride of 1 it is the convolution with the kernel turned round, padded by what the kernel reaches less what is cut off
         * (Dumoulin and Visin 2016, relationship 9). With another, an element sees those elements of the input of which a tap falls on
         * it: how many depends on its place between two strides.
         */
        @Override
        protected Reach reach(ConvTranspose op, Inputs in) {
            List<Axis> sliding = new ArrayList<>();
            List<PhasedAxis> phased = new ArrayList<>();
            for (int a = 0; a < op.window.axes().size(); a++) {
                Axis axis = op.window.axes().get(a);
                phased.add(PhasedAxis.transposed(axis));
                long begin = axis.span() - 1 - axis.padBegin();
                long end = axis.span() - 1 - axis.padEnd() + op.outputPadding.get(a);
                if (axis.stride() == 1 && begin >= 0 && end >= 0) {
                    sliding.add(new Axis(axis.kernel(), 1, (int) begin, (int) end, axis.dilation()));
                }
            }
            return sliding.size() == phased.size() ? new Reach.Sliding(sliding) : new Reach.Phased(phased, true);
        }

        @Override
        protected Storage storage(ConvTranspose op) {
            return Storage.OWN;
        }

        /** {@code ConvolutionBackward0} keeps the input, for the gradient of the weights. */
        @Override
        protected Tape tape(ConvTranspose op, Inputs in, Shape out) {
            return Tape.of(
                    in, TapeEntry.of(in, out).keeping(SavedForBackward.OPERANDS).withParameters());
        }
    };

    /** One number for all axes, or one for each: PyTorch pads both ends alike. */
    static Padding.Explicit perAxis(Argument<Padding> argument, Arguments given, Shape x) {
        Padding.Explicit numbers = (Padding.Explicit) given.get(argument);
        new PerAxis(numbers.numbers()).requireRank(argument.name(), Window.requireSpatial(x));
        return numbers;
    }
}
