package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Makes channels of the pixels of a map: N×C×(H·r)×(W·r) to N×(C·r²)×H×W (PyTorch {@code PixelUnshuffle}; the {@code SpaceToDepth} of
 * ONNX and TensorFlow puts its channels into another order).
 *
 * @param factor r: how many times as low and narrow the map becomes
 */
public record PixelUnshuffle(long factor) implements Op {
    private static final Argument<Long> FACTOR = Argument.count(
                    "downscale_factor", "how many times as low and narrow the map becomes")
            .asUsual();

    public PixelUnshuffle {
        if (factor < 1) {
            throw new IllegalArgumentException("no such factor: " + factor);
        }
    }

    @Override
    public String kind() {
        return "pixelunshuffle";
    }

    static final OpRule<PixelUnshuffle> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FACTOR);
        }

        @Override
        protected PixelUnshuffle read(Arguments given, Inputs in) {
            return new PixelUnshuffle(given.get(FACTOR));
        }

        @Override
        protected Attributes attributes(PixelUnshuffle op) {
            return new Attributes().and(FACTOR, op.factor);
        }

        @Override
        protected List<Formula> infer(PixelUnshuffle op, Inputs in) {
            Shape x = Extents.image(in.only());
            Formula factor = Formula.of(op.factor);
            return List.of(
                    Formula.of(x.axis(0)),
                    Formula.product(Formula.of(x.axis(1)), factor, factor),
                    Extents.divided(FACTOR.name(), 2, op.factor, x),
                    Extents.divided(FACTOR.name(), 3, op.factor, x));
        }

        /** The channels of a position see, all together, a window as large as its step. */
        @Override
        protected Reach reach(PixelUnshuffle op, Inputs in) {
            if (op.factor > Readers.MOST_PER_AXIS) {
                return Reach.UNKNOWN;
            }
            Axis axis = Axis.covering((int) op.factor);
            return new Reach.Sliding(List.of(axis, axis));
        }

        @Override
        protected Storage storage(PixelUnshuffle op) {
            return Storage.OWN;
        }

        /** {@code PixelUnshuffleBackward0} moves the gradient back into memory of its own. */
        @Override
        protected Tape tape(PixelUnshuffle op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
