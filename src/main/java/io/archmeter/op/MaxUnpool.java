package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the elements of N×C×… back where a {@link MaxPool} found them, and zeros elsewhere: the second input has their places, which are
 * numbers of elements in their map (Zeiler and Fergus 2014, arXiv:1311.2901, section 2.1; PyTorch {@code MaxUnpool2d}; ONNX {@code
 * MaxUnpool} counts the elements of all maps).
 *
 * @param window that of the pool; its padding is the same at both ends of an axis
 * @param size of a map of those that such a window leaves as they come in; empty: (extent − 1)·stride + kernel − 2·padding
 */
public record MaxUnpool(Window window, Optional<List<Integer>> size) implements Op {
    private static final Argument<Padding> PADDING = Argument.padding(
                    "padding", "elements that are cut off at both ends of each axis")
            .or(Padding.NONE);
    private static final Argument<PerAxis> SIZE = Argument.perAxis(
                    "output_size",
                    "extents of the maps that come out, a stride off what follows from the window at most")
            .orDerived();

    public MaxUnpool {
        size = size.map(List::copyOf);
        if (size.isPresent() && size.get().size() != window.axes().size()) {
            throw new IllegalArgumentException("no size for each axis: " + size.get());
        }
    }

    @Override
    public String kind() {
        return "maxunpool";
    }

    static final OpRule<MaxUnpool> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Pooling.KERNEL, Pooling.STRIDE, PADDING, SIZE);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.PLACES);
        }

        @Override
        protected MaxUnpool read(Arguments given, Inputs in) {
            Shape x = in.first();
            PerAxis kernel = given.get(Pooling.KERNEL);
            PerAxis stride = given.find(Pooling.STRIDE).orElse(kernel);
            Padding padding = ConvTranspose.perAxis(PADDING, given, x);
            return new MaxUnpool(
                    Window.read(x, kernel, stride, padding, PerAxis.of(1)),
                    given.find(SIZE).map(size -> size.each(SIZE.name(), x.spatialRank())));
        }

        @Override
        protected Attributes attributes(MaxUnpool op) {
            Attributes attributes = new Attributes().and(op.window);
            op.size.ifPresent(size -> attributes.and(SIZE, new PerAxis(size)));
            return attributes;
        }

        @Override
        protected List<Formula> infer(MaxUnpool op, Inputs in) {
            in.require(op.kind(), 2, "pool, pool.indices");
            Shape x = in.first();
            Shape places = in.shapes().get(1);
            if (!Extents.canBeEqual(x, places, axis -> false)) {
                throw new Refusal(
                        "shapes-differ",
                        "",
                        "puts elements of " + x + " back, but has places of " + places,
                        "give it the indices of the pool: from: [pool, pool.indices]");
            }
            Window.requireRank(Window.KERNEL.name(), op.window.axes().size(), x);
            List<Formula> extents = new ArrayList<>(List.of(Formula.of(x.axis(0)), Formula.of(x.axis(1))));
            for (int axis = 0; axis < op.window.axes().size(); axis++) {
                extents.add(op.extent(axis, x.axis(axis + 2)));
            }
            return extents;
        }

        @Override
        protected List<WeightDeclaration> weights(MaxUnpool op, Inputs in) {
            return List.of();
        }

        /** Elements are copied. */
        @Override
        protected Work work(MaxUnpool op, Inputs in, Shape out) {
            return Work.NONE;
        }

        /** Which position it is only the places know. */
        @Override
        protected Reach reach(MaxUnpool op, Inputs in) {
            return Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(MaxUnpool op) {
            return Storage.OWN;
        }

        /** {@code MaxUnpool2DBackward0} keeps the places, from which it gathers the gradient. */
        @Override
        protected Tape tape(MaxUnpool op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out).keeping(SavedForBackward.SECOND));
        }
    };

    private Formula extent(int number, Extent extent) {
        Axis axis = window.axes().get(number);
        if (size.isEmpty()) {
            return extent instanceof Extent.Known known
                    ? OutputPadding.extent(known.value(), axis, 0)
                    : Formula.of(extent);
        }
        int wanted = size.get().get(number);
        if (extent instanceof Extent.Known known) {
            requireNear(wanted, known.value(), axis);
        }
        return Formula.of(wanted);
    }

    /** As {@code _unpool_output_size} of PyTorch's {@code functional.py}. */
    private static void requireNear(int wanted, long extent, Axis axis) {
        long steps = Math.multiplyExact(extent - 1, (long) axis.stride());
        long usual = Math.addExact(steps, axis.kernel() - 2L * axis.padBegin());
        long least = Math.max(1, usual - axis.stride() + 1);
        long most = usual + axis.stride() - 1;
        if (wanted < least || wanted > most) {
            throw new Refusal(
                    "out-of-range",
                    SIZE.name(),
                    "a window of " + axis.kernel() + " with a stride of " + axis.stride() + " leaves " + extent
                            + " of no axis of " + wanted,
                    most < least ? "use less padding" : "use from " + least + " to " + most);
        }
    }
}
