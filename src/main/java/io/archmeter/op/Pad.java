package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Puts elements around any axes, the spatial ones if none are said (PyTorch {@code ConstantPad2d}, {@code ReflectionPad2d},
 * {@code ReplicationPad2d}, {@code CircularPad2d} and {@code F.pad}, ONNX {@code Pad}).
 *
 * @param axes from 0, never negative
 * @param begins how many elements are put before each of the axes
 * @param ends how many after it
 * @param mode which
 * @param value the constant
 */
public record Pad(List<Integer> axes, List<Integer> begins, List<Integer> ends, PaddingMode mode, double value)
        implements Op {
    static final Argument<Padding> PADDING = Argument.padding(
                    "padding", "elements on all sides, on each of the axes, or on each side: begins, then ends")
            .asUsual();
    private static final Argument<PaddingMode> MODE = Argument.choice(
                    "mode", "what they are", PaddingMode::named, "constant", "reflect", "replicate", "circular")
            .or(PaddingMode.CONSTANT);
    private static final Argument<Double> VALUE =
            Argument.number("value", "the constant").or(0.0);
    static final Argument<List<Integer>> AXES = Argument.integers(
                    "axes", "axes that are padded; the spatial ones if left out")
            .orDerived();

    public Pad {
        axes = List.copyOf(axes);
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
        boolean sides = begins.size() == axes.size() && ends.size() == axes.size();
        if (!sides || IntStream.range(0, axes.size()).anyMatch(isNegative(axes, begins, ends))) {
            throw new IllegalArgumentException("no such padding: " + begins + " and " + ends + " on axes " + axes);
        }
    }

    private static IntPredicate isNegative(List<Integer> axes, List<Integer> a, List<Integer> b) {
        return i -> axes.get(i) < 0 || a.get(i) < 0 || b.get(i) < 0;
    }

    @Override
    public String kind() {
        return "pad";
    }

    static final ArrangementRule<Pad> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(PADDING, MODE, VALUE, AXES);
        }

        @Override
        protected Pad read(Arguments given, Inputs in) {
            List<Integer> axes = given.find(AXES)
                    .map(all -> Extents.axes(AXES.name(), all, in.only()))
                    .orElseGet(() -> spatial(in.only()));
            Padding.Explicit padding = (Padding.Explicit) given.get(PADDING);
            requireSides(padding.numbers().size(), axes.size());
            List<Integer> begins = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                begins.add(padding.begin(i));
                ends.add(padding.end(i, axes.size()));
            }
            requireOfType(given.get(VALUE), in.types().get(0));
            return new Pad(axes, begins, ends, given.get(MODE), given.get(VALUE));
        }

        /** PyTorch pads whole numbers with the whole part of another one, and truth values with whatever is not 0. */
        private void requireOfType(double value, DType type) {
            boolean truth = value == 0 || value == 1;
            if (type == DType.BOOL ? !truth : type.isWhole() && value != Math.rint(value)) {
                throw new Refusal(
                        "out-of-range",
                        VALUE.name(),
                        "elements are " + type + ", and " + value + " is none",
                        type == DType.BOOL ? "use 0 or 1" : "use a whole number");
            }
        }

        @Override
        protected Attributes attributes(Pad op) {
            Attributes attributes = new Attributes().and(PADDING, op.sides()).and(MODE, op.mode);
            return (op.mode == PaddingMode.CONSTANT ? attributes.and(VALUE, op.value) : attributes).and(AXES, op.axes);
        }

        @Override
        protected List<Formula> infer(Pad op, Inputs in) {
            Shape x = in.only();
            Extents.axes(AXES.name(), op.axes, x);
            List<Formula> extents = new ArrayList<>(Extents.same(x));
            for (int i = 0; i < op.axes.size(); i++) {
                int axis = op.axes.get(i);
                op.mode.requireRoom(PADDING, axis, Math.max(op.begins.get(i), op.ends.get(i)), x);
                extents.set(
                        axis,
                        Formula.sum(
                                Formula.of(op.begins.get(i)), Formula.of(x.axis(axis)), Formula.of(op.ends.get(i))));
            }
            return extents;
        }

        /** Positions are pushed along; what stands beside the input counts as beside it, whatever it is a copy of. */
        @Override
        protected Reach reach(Pad op, Inputs in) {
            List<Axis> axes = new ArrayList<>();
            for (int axis = 2; axis < in.only().rank(); axis++) {
                int i = op.axes.indexOf(axis);
                axes.add(new Axis(1, 1, i < 0 ? 0 : op.begins.get(i), i < 0 ? 0 : op.ends.get(i), 1));
            }
            return op.axes.stream().allMatch(axis -> axis < 2)
                    ? new Reach.Moved(op.axes)
                    : new Reach.Sliding(axes, op.axes.contains(1));
        }

        @Override
        protected Storage storage(Pad op) {
            return Storage.OWN;
        }

        /** See {@link PaddingMode#keepsInput}. */
        @Override
        protected Tape tape(Pad op, Inputs in, Shape out) {
            TapeEntry pad = TapeEntry.of(in, out);
            return Tape.of(in, op.mode.keepsInput() ? pad.keeping(SavedForBackward.OPERANDS) : pad);
        }
    };

    /** The padding as it is written. */
    Padding.Explicit sides() {
        List<Integer> sides = new ArrayList<>(begins);
        if (!ends.equals(begins)) {
            sides.addAll(ends);
        }
        return new Padding.Explicit(sides);
    }

    private static List<Integer> spatial(Shape x) {
        return IntStream.range(2, 2 + Window.requireSpatial(x)).boxed().toList();
    }

    private static void requireSides(int numbers, int axes) {
        if (numbers != 1 && numbers != axes && numbers != 2 * axes) {
            throw new Refusal(
                    "wrong-rank",
                    PADDING.name(),
                    PADDING.name() + " has " + numbers + " numbers, but there are " + axes + " axes to pad",
                    "write one number, one per axis (" + axes + "), or one per side (" + 2 * axes
                            + ": begins, then ends)");
        }
    }
}
