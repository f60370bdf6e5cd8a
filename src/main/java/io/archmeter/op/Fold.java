package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Set;

/**
 * Puts columns back under the windows of an image, and adds what falls on one element: N×(C·∏kernel)×L to N×C×H×W (PyTorch {@code
 * Fold}, {@code col2im}; ONNX {@code Col2Im}). Where windows overlap it is not the inverse of {@link Unfold}, but what is the transpose
 * of a matrix.
 *
 * @param size the height and width of the image
 * @param window its padding is the same at both ends of an axis, and what falls on it is lost
 */
public record Fold(List<Integer> size, Window window) implements Op {
    private static final Argument<PerAxis> SIZE =
            Argument.perAxis("output_size", "height and width of the image").asUsual();
    private static final Argument<PerAxis> KERNEL = Window.KERNEL;

    public Fold {
        size = List.copyOf(size);
        Unfold.requireColumns(window);
        if (size.size() != 2) {
            throw new IllegalArgumentException("an image has a height and a width, but no " + size);
        }
    }

    @Override
    public String kind() {
        return "fold";
    }

    static final OpRule<Fold> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SIZE, KERNEL, Window.DILATION, Unfold.PADDING, Window.STRIDE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Fold read(Arguments given, Inputs in) {
            List<Integer> size = given.get(SIZE).each(SIZE.name(), 2);
            return new Fold(size, Unfold.window(given, image(size, in)));
        }

        @Override
        protected Attributes attributes(Fold op) {
            return new Attributes().and(SIZE, new PerAxis(op.size)).and(op.window);
        }

        @Override
        protected List<Formula> infer(Fold op, Inputs in) {
            Shape image = image(op.size, in);
            long taps = op.window.taps().value();
            Formula channels = Extents.divided(KERNEL.name(), 1, taps, in.only());
            requireWindows(Unfold.windows(op.window, image), in.only());
            return List.of(Formula.of(image.axis(0)), channels, Formula.of(op.size.get(0)), Formula.of(op.size.get(1)));
        }

        @Override
        protected List<WeightDeclaration> weights(Fold op, Inputs in) {
            return List.of();
        }

        /** Each element of a column is added to what its place has so far, those on padding too; that begins at 0. */
        @Override
        protected Work work(Fold op, Inputs in, Shape out) {
            return Work.NONE.and(ElementaryOperation.ADD, Formula.elements(in.only()));
        }

        /** The windows of both axes lie along one. */
        @Override
        protected Reach reach(Fold op, Inputs in) {
            return Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(Fold op) {
            return Storage.OWN;
        }

        /** {@code Col2ImBackward0} unfolds the gradient, and keeps nothing. */
        @Override
        protected Tape tape(Fold op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };

    /** One channel of what comes out. */
    private static Shape image(List<Integer> size, Inputs in) {
        Shape x = in.only();
        if (x.rank() != 3) {
            throw new Refusal(
                    "wrong-rank",
                    "",
                    "folds columns N×(C·∏kernel)×L, but the input is " + x,
                    "give it what unfold puts out, or reshape the input to that");
        }
        if (x.axis(1).equals(Extent.of(0))) {
            throw new Refusal(
                    "empty-input",
                    "",
                    "there is no column to fold: the input is " + x,
                    "give it an input with channels");
        }
        return Shape.ofAxes(List.of(x.axis(0), Extent.of(1), Extent.of(size.get(0)), Extent.of(size.get(1))));
    }

    private static void requireWindows(Formula windows, Shape x) {
        if (x.axis(2) instanceof Extent.Known columns && columns.value() != windows.value()) {
            throw new Refusal(
                    "windows-differ",
                    SIZE.name(),
                    "the input " + x + " has " + columns.value() + (columns.value() == 1 ? " column" : " columns")
                            + ", but there are " + windows.text() + " = " + windows.value() + " windows",
                    "use the size, kernel, stride, padding and dilation of the unfold before");
        }
    }
}
