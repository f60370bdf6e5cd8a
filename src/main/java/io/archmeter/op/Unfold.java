package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Lays off what is under each window that slides over an image, as a column: N×C×H×W to N×(C·∏kernel)×L, for L windows, row after row
 * (PyTorch {@code Unfold}, {@code im2col}). A product of weights with these columns is a convolution.
 *
 * @param window its padding is the same at both ends of an axis
 */
public record Unfold(Window window) implements Op {
    static final Argument<PerAxis> KERNEL = Window.KERNEL.asUsual();
    static final Argument<Padding> PADDING = Argument.padding("padding", "zeros at both ends of each spatial axis")
            .or(Padding.NONE);

    public Unfold {
        requireColumns(window);
    }

    static void requireColumns(Window window) {
        boolean even = window.axes().stream().allMatch(axis -> axis.padBegin() == axis.padEnd());
        if (window.axes().size() != 2 || !even) {
            throw new IllegalArgumentException("no window over an image that is padded evenly: " + window);
        }
    }

    @Override
    public String kind() {
        return "unfold";
    }

    static final OpRule<Unfold> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(KERNEL, Window.DILATION, PADDING, Window.STRIDE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Unfold read(Arguments given, Inputs in) {
            return new Unfold(window(given, Extents.image(in.only())));
        }

        @Override
        protected Attributes attributes(Unfold op) {
            return new Attributes().and(op.window);
        }

        @Override
        protected List<Formula> infer(Unfold op, Inputs in) {
            Shape x = Extents.image(in.only());
            return List.of(Formula.of(x.axis(0)), rows(op.window, Formula.of(x.axis(1))), windows(op.window, x));
        }

        @Override
        protected List<WeightDeclaration> weights(Unfold op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(Unfold op, Inputs in, Shape out) {
            return Work.NONE;
        }

        /** The windows of both axes lie along one. */
        @Override
        protected Reach reach(Unfold op, Inputs in) {
            return Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(Unfold op) {
            return Storage.OWN;
        }

        /** {@code Im2ColBackward0} folds the gradient, and keeps nothing. */
        @Override
        protected Tape tape(Unfold op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };

    /** The window for an image. */
    static Window window(Arguments given, Shape image) {
        Padding.Explicit padding = (Padding.Explicit) given.get(PADDING);
        new PerAxis(padding.numbers()).requireRank(PADDING.name(), image.spatialRank());
        return Window.read(image, given.get(KERNEL), given.get(Window.STRIDE), padding, given.get(Window.DILATION));
    }

    /** Elements of a column: the channels times the taps. */
    private static Formula rows(Window window, Formula channels) {
        return Formula.product(channels, window.taps());
    }

    /** The windows on an image. */
    static Formula windows(Window window, Shape image) {
        return Formula.product(window.slide(image, Rounding.FLOOR));
    }
}
