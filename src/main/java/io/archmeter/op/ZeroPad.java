package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;

/**
 * Puts zeros around the spatial axes of N×C×…, or around others that are said (PyTorch {@code ZeroPad2d}, Keras {@code
 * ZeroPadding2D}, ONNX {@code Pad}): a padding by the constant 0, by a name of its own.
 *
 * @param spatial whether the axes are all spatial ones of the input, which need not be said
 */
public record ZeroPad(Pad pad, boolean spatial) implements Op {
    public ZeroPad {
        if (pad.mode() != PaddingMode.CONSTANT || pad.value() != 0) {
            throw new IllegalArgumentException("no zeros: " + pad);
        }
    }

    @Override
    public String kind() {
        return "zeropad";
    }

    static final OpRule<ZeroPad> RULE = new ArrangementRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(Pad.PADDING, Pad.AXES);
        }

        @Override
        protected ZeroPad read(Arguments given, Inputs in) {
            boolean spatial = given.find(Pad.AXES).isEmpty();
            if (spatial) {
                int rank = Window.requireSpatial(in.only());
                ((Padding.Explicit) given.get(Pad.PADDING)).requireRank(Pad.PADDING.name(), rank);
            }
            return new ZeroPad(Pad.RULE.read(given, in), spatial);
        }

        @Override
        protected Attributes attributes(ZeroPad op) {
            Attributes attributes = new Attributes();
            Padding.Explicit sides = op.pad.sides();
            if (sides.numbers().stream().anyMatch(number -> number != 0)) {
                attributes.and(Pad.PADDING, sides);
            }
            return op.spatial ? attributes : attributes.and(Pad.AXES, op.pad.axes());
        }

        @Override
        protected List<Formula> infer(ZeroPad op, Inputs in) {
            if (op.spatial) {
                Window.requireRank(Pad.PADDING.name(), op.pad.axes().size(), in.only());
            }
            return Pad.RULE.infer(op.pad, in);
        }

        @Override
        protected Reach reach(ZeroPad op, Inputs in) {
            return Pad.RULE.reach(op.pad, in);
        }

        @Override
        protected Storage storage(ZeroPad op) {
            return Storage.OWN;
        }

        @Override
        protected Tape tape(ZeroPad op, Inputs in, Shape out) {
            return Pad.RULE.tape(op.pad, in, out);
        }
    };
}
