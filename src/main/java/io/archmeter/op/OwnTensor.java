package io.archmeter.op;

import io.archmeter.graph.DType;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A weight that is a tensor of its own, for other layers to take (PyTorch {@code nn.Parameter}, {@code register_buffer}; an initializer of
 * ONNX). It is the same for all samples: its output has a batch of 1, which elementwise operators stretch, or none.
 *
 * @param weight who changes it; a buffer that nobody keeps is a {@link Weight.Kind#CONSTANT}
 * @param shape the extents after the batch
 * @param batchAxis whether the weight itself has the axis of the batch: ViT's {@code class_token} is 1×1×768, of the shape 1×768; a
 *     {@code layer_scale} of 96×1×1 has none
 * @param batch whether its output has it; one without is taken as the layers of a file take a tensor that it stores
 * @param type of its elements, in a network of float32
 * @param below what its whole numbers are less than where it is run
 */
public record OwnTensor(Weight.Kind weight, List<Long> shape, boolean batchAxis, boolean batch, DType type, long below)
        implements Op {
    private static final Argument<List<Long>> SHAPE =
            Argument.counts("shape", "extents after the batch").asUsual();
    private static final Argument<Boolean> BATCH_AXIS = Argument.flag(
                    "batch_axis", "whether the weight itself begins with an axis of one, for the batch")
            .or(false);
    private static final Argument<Boolean> BATCH = Argument.flag(
                    "batch", "whether its output begins with an axis of one, for the batch")
            .or(true);
    private static final Argument<DType> TYPE = Argument.type(
                    "dtype", "what its elements are stored as; as the network's floating-point numbers, if left out")
            .or(DType.FLOAT32);
    private static final Argument<Long> BELOW = Argument.count(
                    "below", "whole numbers that stand for its own when it is run are less than this, and 0 or more")
            .or(1L);
    private static final Argument<Boolean> PERSISTENT = Argument.flag(
                    "persistent", "whether it is among the buffers, which are stored with the parameters")
            .or(true);

    /** Says that the weight is called as the layer is. */
    public static final String NAME = "";

    public OwnTensor {
        shape = List.copyOf(shape);
        if (shape.isEmpty() || shape.stream().anyMatch(extent -> extent < 1) || below < 1) {
            throw new IllegalArgumentException("no such tensor: " + shape + " below " + below);
        }
        if (batchAxis && !batch) {
            throw new Refusal(
                    "surplus-argument",
                    BATCH_AXIS.name(),
                    "its weight has a batch, and its output has none",
                    "leave " + BATCH_AXIS.name() + " out, and write the whole shape");
        }
        if (shape.size() >= Shape.MOST_AXES) {
            throw new Refusal(
                    "out-of-range",
                    SHAPE.name(),
                    SHAPE.name() + " has " + shape.size() + " axes",
                    "use " + (Shape.MOST_AXES - 1) + " axes at most, without the batch");
        }
        if (type.isWhole() && below - 1 > largest(type)) {
            throw new Refusal(
                    "out-of-range",
                    BELOW.name(),
                    BELOW.name() + " is " + below + ", but the largest number of " + type + " is " + largest(type),
                    "use " + (largest(type) + 1) + " at most");
        }
    }

    @Override
    public String kind() {
        return (weight == Weight.Kind.PARAMETER ? weight : Weight.Kind.BUFFER)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** Of the whole numbers that a type has. */
    private static long largest(DType type) {
        return switch (type) {
            case BOOL -> 1;
            case UINT4, UINT8 -> (1L << type.bits()) - 1;
            default -> (1L << (type.bits() - 1)) - 1;
        };
    }

    /** Batch in front. */
    private Shape output() {
        return new Shape(shape).batched(1);
    }

    static OpRule<OwnTensor> rule(Weight.Kind weight) {
        return new Rule(weight);
    }

    private static final class Rule extends OpRule<OwnTensor> {
        private final Weight.Kind weight;

        Rule(Weight.Kind weight) {
            this.weight = weight;
        }

        private boolean isLearnt() {
            return weight == Weight.Kind.PARAMETER;
        }

        /** PyTorch learns floating-point numbers alone. */
        @Override
        protected List<Argument<?>> arguments() {
            return isLearnt()
                    ? List.of(SHAPE, BATCH_AXIS, BATCH)
                    : List.of(SHAPE, BATCH_AXIS, TYPE, BELOW, PERSISTENT, BATCH);
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.SOURCE);
        }

        @Override
        protected OwnTensor read(Arguments given, Inputs in) {
            return new OwnTensor(
                    isLearnt() || given.get(PERSISTENT) ? weight : Weight.Kind.CONSTANT,
                    given.get(SHAPE),
                    given.get(BATCH_AXIS),
                    given.get(BATCH),
                    isLearnt() ? DType.FLOAT32 : given.get(TYPE),
                    isLearnt() ? 1 : given.get(BELOW));
        }

        @Override
        protected Attributes attributes(OwnTensor op) {
            Attributes attributes = new Attributes().and(SHAPE, op.shape).and(BATCH_AXIS, op.batchAxis);
            if (op.type != DType.FLOAT32) {
                attributes.and(TYPE, op.type).and(BELOW, op.below);
            }
            if (op.weight == Weight.Kind.CONSTANT) {
                attributes.and(PERSISTENT, false);
            }
            if (!op.batch) {
                attributes.and(BATCH, false);
            }
            return attributes;
        }

        @Override
        protected List<OutputDeclaration> outputs(OwnTensor op, Inputs in) {
            if (in.size() > 0) {
                throw new Refusal(
                        "too-many-inputs",
                        "",
                        op.kind() + " takes no input, but " + in.size() + (in.size() == 1 ? " comes" : " come") + " in",
                        "remove 'from'");
            }
            List<Formula> extents = new ArrayList<>();
            if (op.batch) {
                extents.add(Formula.ONE);
            }
            op.shape.forEach(extent -> extents.add(Formula.of(extent)));
            return List.of(new OutputDeclaration("", extents, op.type));
        }

        @Override
        protected List<WeightDeclaration> weights(OwnTensor op, Inputs in) {
            Shape own = op.batchAxis ? op.output() : new Shape(op.shape);
            return List.of(new WeightDeclaration(NAME, op.weight, own, op.type, op.below));
        }

        @Override
        protected Work work(OwnTensor op, Inputs in, List<Shape> out) {
            return Work.NONE;
        }

        /** It sees nothing of the network's input. */
        @Override
        protected Reach reach(OwnTensor op, Inputs in) {
            return Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(OwnTensor op) {
            return Storage.WEIGHT;
        }

        /** A leaf of autograd: its gradient is accumulated, and it keeps nothing. */
        @Override
        protected Tape tape(OwnTensor op, Inputs in, List<Shape> out) {
            return Tape.ofWeight();
        }
    }
}
