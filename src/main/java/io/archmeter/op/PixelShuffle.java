package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Makes a larger map of channels: N×(C·r²)×H×W to N×C×(H·r)×(W·r) (Shi et al. 2016, arXiv:1609.05158; PyTorch {@code PixelShuffle},
 * ONNX {@code DepthToSpace} in its mode CRD).
 *
 * @param factor r: how many times as high and wide the map becomes
 */
public record PixelShuffle(long factor) implements Op {
    private static final Argument<Long> FACTOR = Argument.count(
                    "upscale_factor", "how many times as high and wide the map becomes")
            .asUsual();

    public PixelShuffle {
        if (factor < 1) {
            throw new IllegalArgumentException("no such factor: " + factor);
        }
    }

    @Override
    public String kind() {
        return "pixelshuffle";
    }

    static final OpRule<PixelShuffle> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(FACTOR);
        }

        @Override
        protected PixelShuffle read(Arguments given, Inputs in) {
            return new PixelShuffle(given.get(FACTOR));
        }

        @Override
        protected Attributes attributes(PixelShuffle op) {
            return new Attributes().and(FACTOR, op.factor);
        }

        @Override
        protected List<Formula> infer(PixelShuffle op, Inputs in) {
            Shape x = Extents.image(in.only());
            long pixels = Math.multiplyExact(op.factor, op.factor);
            Formula factor = Formula.of(op.factor);
            return List.of(
                    Formula.of(x.axis(0)),
                    Extents.divided(FACTOR.name(), 1, pixels, x),
                    Formula.product(Formula.of(x.axis(2)), factor),
                    Formula.product(Formula.of(x.axis(3)), factor));
        }

        /** Several positions see the same one: no window slides by a part of a position. */
        @Override
        protected Reach reach(PixelShuffle op, Inputs in) {
            return op.factor == 1 ? Reach.POINTWISE : Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(PixelShuffle op) {
            return Storage.OWN;
        }

        /** {@code PixelShuffleBackward0} moves the gradient back into memory of its own. */
        @Override
        protected Tape tape(PixelShuffle op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
