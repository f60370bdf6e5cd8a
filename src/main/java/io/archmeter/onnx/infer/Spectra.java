package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.SINE;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Fourier transforms, with real and imaginary parts on the last axis. They are counted by their definition, a sum over all samples for each
 * frequency, which a fast transform undercuts; a real sample takes two products and two adds, a complex one twice as many.
 */
final class Spectra {
    private static final long VERSION_WITH_AXIS_AS_INPUT = 20;

    static final NodeRule DFT = call -> {
        Shape x = call.shape(0);
        boolean input = call.version() >= VERSION_WITH_AXIS_AS_INPUT;
        long written = input
                ? call.wholesIfThere(2).map(axes -> axes.get(0)).orElse(-2L)
                : call.attributes().whole("axis", 1);
        int axis = call.axis(written, x.rank());
        if (axis == x.rank() - 1) {
            throw call.refusal("a transform along the last axis of " + x + " is none: it has real and imaginary parts");
        }
        boolean half = call.attributes().flag("onesided");
        boolean back = half && call.attributes().flag("inverse");
        Extent length = call.has(1) ? number(call, 1) : back ? unfolded(x.axis(axis)) : x.axis(axis);
        Shape out = x.with(axis, half && !back ? folded(length) : length).with(x.rank() - 1, back ? 1 : 2);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out));
        return summed(outcome, x, out, Formula.of(length));
    };

    /** N×T×(1 or 2) and a window: N×frames×frequencies×2. */
    static final NodeRule STFT = call -> {
        Shape x = call.shape(0);
        if (x.rank() != 3 && x.rank() != 2) {
            throw call.refusal("a signal is N×T×1, or N×T×2 if it is complex, but this is " + x);
        }
        boolean windowed = call.has(2);
        Extent frame = call.has(3) ? number(call, 3) : windowed ? call.shape(2).axis(0) : x.axis(1);
        Extent step = number(call, 1);
        Extent bins = call.attributes().whole("onesided", 1) != 0 ? folded(frame) : frame;
        Shape out = Shape.ofAxes(List.of(x.axis(0), frames(call, x.axis(1), frame, step), bins, Extent.of(2)));
        Outcome outcome = summed(Outcome.of(Fact.tensor(call.type(0), out)), x, out, Formula.of(frame));
        Formula samples = Formula.product(Formula.of(out.axis(0)), Formula.of(out.axis(1)), Formula.of(frame));
        return windowed ? outcome.and(MULTIPLY, samples) : outcome;
    };

    private Spectra() {}

    private static Outcome summed(Outcome outcome, Shape x, Shape out, Formula samples) {
        List<Formula> sums = new ArrayList<>();
        for (int axis = 0; axis < out.rank() - 1; axis++) {
            sums.add(Formula.of(out.axis(axis)));
        }
        sums.add(samples);
        boolean real = x.rank() == 2 || ExtentArithmetic.is(x.axis(x.rank() - 1), 1);
        int each = real ? 2 : 4;
        List<ElementaryOperation> operations = new ArrayList<>(Collections.nCopies(each, MULTIPLY));
        operations.addAll(Collections.nCopies(each, ADD));
        return PerElement.and(outcome, Formula.product(sums), operations);
    }

    /** The only number of an input, as an extent. */
    static Extent number(NodeCall call, int input) {
        Optional<SmallContent> content = call.contentOf(input);
        if (content.isEmpty() || content.get().size() != 1 || !content.get().isKnown()) {
            return call.unknown(input);
        }
        long number = content.get().whole(0);
        if (number < 0) {
            throw call.refusal("input " + (input + 1) + " of " + call.operator() + " is " + number
                    + ", which is no number of elements");
        }
        return Extent.of(number);
    }

    /** Of a real signal the second half of the frequencies mirrors the first. */
    private static Extent folded(Extent length) {
        return ExtentArithmetic.sum(ExtentArithmetic.quotient(length, 2), Extent.of(1));
    }

    private static Extent unfolded(Extent bins) {
        return bins instanceof Extent.Known known
                ? Extent.of(Math.max(0, Math.multiplyExact(2, known.value() - 1)))
                : bins;
    }

    private static Extent frames(NodeCall call, Extent length, Extent frame, Extent step) {
        for (Extent extent : List.of(length, frame, step)) {
            if (extent instanceof Extent.Unknown) {
                return extent;
            }
        }
        long room = Math.subtractExact(((Extent.Known) length).value(), ((Extent.Known) frame).value());
        long by = ((Extent.Known) step).value();
        if (by < 1 || room < 0) {
            throw call.refusal(
                    "frames of " + frame.text() + " samples, " + by + " apart, do not fit into " + length.text());
        }
        return Extent.of(Math.floorDiv(room, by) + 1);
    }

    /** A window of so many samples: constants, and cosines weighted with constants. */
    static NodeRule window(int cosines) {
        return call -> {
            Shape size = call.shape(0);
            if (size.rank() > 1) {
                throw call.refusal("the size of a window is one number, but input 1 is " + size);
            }
            DType type = type(call, "output_datatype");
            Shape out = Shape.ofAxes(List.of(number(call, 0)));
            List<ElementaryOperation> each = new ArrayList<>(Collections.nCopies(cosines, SINE));
            each.addAll(Collections.nCopies(cosines, ADD));
            each.addAll(Collections.nCopies(2 * cosines, MULTIPLY));
            each.add(DIVIDE);
            return PerElement.and(Outcome.of(Fact.tensor(type, out)), Formula.elements(out), each);
        };
    }

    /** A table of frequencies by bands, made once; what it costs depends on where the bands lie, and is not counted. */
    static final NodeRule MEL = call -> Outcome.of(Fact.tensor(
            type(call, "output_datatype"), Shape.ofAxes(List.of(folded(number(call, 1)), number(call, 0)))));

    private static DType type(NodeCall call, String name) {
        return call.attributes().whole(name).flatMap(ElementTypes::of).orElse(DType.FLOAT32);
    }
}
