package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes a map larger or smaller (PyTorch {@code Upsample} and {@code interpolate}, ONNX {@code Resize}): N×C×… to the extents that are
 * given, or to ⌊extent·factor⌋.
 *
 * @param size the output's spatial extents; empty where a factor is given
 * @param scaleFactor how much larger each axis gets, and how far apart elements of the output are; empty where the size is given
 * @param mode which elements of the input an element of the output is made of
 * @param alignCorners whether the first and the last elements of input and output lie on each other, and not their outer edges
 */
public record Upsample(List<Integer> size, OptionalDouble scaleFactor, Interpolation mode, boolean alignCorners)
        implements Op {
    private static final Argument<Double> SCALE_FACTOR = Argument.number(
                    "scale_factor", "how much larger each spatial axis gets; this or the size")
            .orDerived()
            .asUsual();
    private static final Argument<PerAxis> SIZE =
            Argument.perAxis("size", "spatial extents of the output").orDerived();
    private static final Argument<Interpolation> MODE = Argument.choice(
                    "mode",
                    "what lies between elements: linear, bilinear and trilinear are for one, two and three axes, bicubic for two",
                    Interpolation::named,
                    Interpolation.WORDS)
            .or(Interpolation.NEAREST);
    private static final Argument<Boolean> ALIGN_CORNERS = Argument.flag(
                    "align_corners", "whether the centres of the corners stay where they are, and not their edges")
            .or(false);

    public Upsample {
        size = List.copyOf(size);
        if (size.isEmpty() == scaleFactor.isEmpty() || scaleFactor.isPresent() && !(scaleFactor.getAsDouble() > 0)) {
            throw new IllegalArgumentException("no such size: " + size + ", " + scaleFactor);
        }
    }

    @Override
    public String kind() {
        return "upsample";
    }

    static final OpRule<Upsample> RULE = new SingleOutputRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of(SCALE_FACTOR, SIZE, MODE, ALIGN_CORNERS);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of();
        }

        @Override
        protected Upsample read(Arguments given, Inputs in) {
            int rank = Window.requireSpatial(in.only());
            List<Integer> size = given.find(SIZE)
                    .map(numbers -> numbers.each(SIZE.name(), rank))
                    .orElse(List.of());
            OptionalDouble factor = given.find(SCALE_FACTOR).stream()
                    .mapToDouble(Double::doubleValue)
                    .findAny();
            Resizing.requireOne(size, factor);
            Interpolation mode = given.get(MODE);
            mode.requireFit(rank, given.get(ALIGN_CORNERS));
            return new Upsample(size, factor, mode, given.get(ALIGN_CORNERS));
        }

        @Override
        protected Attributes attributes(Upsample op) {
            Attributes attributes = new Attributes();
            op.scaleFactor.ifPresent(factor -> attributes.and(SCALE_FACTOR, factor));
            if (!op.size.isEmpty()) {
                attributes.and(SIZE, new PerAxis(op.size));
            }
            return attributes.and(MODE, op.mode).and(ALIGN_CORNERS, op.alignCorners);
        }

        @Override
        protected List<Formula> infer(Upsample op, Inputs in) {
            if (!op.size.isEmpty()) {
                Window.requireRank(SIZE.name(), op.size.size(), in.only());
            }
            op.mode.requireFit(Window.requireSpatial(in.only()), op.alignCorners);
            return Resizing.extents(op, in.only());
        }

        @Override
        protected List<WeightDeclaration> weights(Upsample op, Inputs in) {
            return List.of();
        }

        /**
         * Axis by axis, each with a product for each tap and an add between two ({@code Interpolate} of ATen's {@code UpSampleKernel.cpp}).
         * The factors of the taps are not counted: they are made once for all maps. PyTorch's {@code FlopCounterMode} counts nothing
         * of it as multiply-adds.
         */
        @Override
        protected Work work(Upsample op, Inputs in, Shape out) {
            if (op.mode == Interpolation.NEAREST) {
                return Work.NONE;
            }
            Formula taps = Formula.of(op.mode.taps());
            Formula interpolations = Formula.ZERO;
            for (int axis = 0; axis < out.spatialRank(); axis++) {
                interpolations =
                        axis == 0 ? Formula.ONE : Formula.sum(Formula.ONE, Formula.product(taps, interpolations));
            }
            Formula all = Formula.product(Formula.elements(out), interpolations);
            return Work.NONE
                    .and(ElementaryOperation.ADD, Formula.product(all, Formula.of(op.mode.taps() - 1L)))
                    .and(ElementaryOperation.MULTIPLY, Formula.product(all, taps));
        }

        @Override
        protected Reach reach(Upsample op, Inputs in) {
            return Resizing.reach(op, in.only());
        }

        @Override
        protected Storage storage(Upsample op) {
            return Storage.OWN;
        }

        /** {@code UpsampleNearest2DBackward0}, {@code UpsampleBilinear2DBackward0} and the like keep sizes and no tensor. */
        @Override
        protected Tape tape(Upsample op, Inputs in, Shape out) {
            return Tape.of(in, TapeEntry.of(in, out));
        }
    };
}
