package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import io.archmeter.op.Activation.Function;
import io.archmeter.op.Clamp;
import io.archmeter.op.Gelu;
import io.archmeter.op.Prelu;
import io.archmeter.op.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Functions of one element that are called activations. Their constants have to be those that the catalogue's function has. */
final class ActivationMapping {
    /** PyTorch takes the input for its softplus from here on, which is the same in 32 bits. */
    private static final List<Double> SOFTPLUS_CONSTANTS = List.of(1.0, 20.0);

    /** As 32 bits have it. */
    private static final float SIXTH = 1 / 6F;

    private static final long SOFTMAX_OF_ONE_AXIS = 13;

    static final Mapping SOFTPLUS = call -> mapped(new Activation(Function.SOFTPLUS, SOFTPLUS_CONSTANTS, false));

    static final Mapping HARD_SIGMOID =
            call -> call.attributes().real("alpha").orElse(0.2F) == SIXTH && call.real("beta", 0.5) == 0.5
                    ? mapped(new Activation(Function.HARDSIGMOID))
                    : Optional.empty();

    /** Only with the constants that keep mean and variance, which are written out in full since version 6. */
    static final Mapping SELU = call -> {
        boolean usual = call.version() >= 6
                && call.attributes().real("alpha").orElse(1.6732632F) == 1.6732632F
                && call.attributes().real("gamma").orElse(1.050701F) == 1.050701F;
        return usual ? mapped(new Activation(Function.SELU)) : Optional.empty();
    };

    static final Mapping SWISH =
            call -> call.real("alpha", 1) == 1 ? mapped(new Activation(Function.SILU)) : Optional.empty();

    static final Mapping SHRINK = call -> {
        double lambd = call.real("lambd", 0.5);
        double bias = call.real("bias", 0);
        if (bias == 0) {
            return mapped(new Activation(Function.HARDSHRINK, List.of(lambd), false));
        }
        return bias == lambd ? mapped(new Activation(Function.SOFTSHRINK, List.of(lambd), false)) : Optional.empty();
    };

    static final Mapping THRESHOLDED =
            call -> mapped(new Activation(Function.THRESHOLD, List.of(call.real("alpha", 1), 0.0), false));

    static final Mapping GELU = call -> mapped(new Gelu(
            call.attributes().text("approximate").orElse("none").equals("tanh")
                    ? Gelu.Approximation.TANH
                    : Gelu.Approximation.NONE));

    /** ONNX Runtime's, which may add a bias first. */
    static final Mapping FAST_GELU = call -> call.has(1) ? Optional.empty() : mapped(new Gelu(Gelu.Approximation.TANH));

    /** A slope for all, or one for each channel; ONNX stretches it from the last axis on. */
    static final Mapping PRELU = call -> {
        Shape x = call.shape(0);
        Shape slopes = call.shape(1);
        long count = slopes.elements();
        boolean ofChannels = x.rank() >= 2
                && slopes.rank() == x.rank() - 1
                && slopes.extent(0) == x.extent(1)
                && count == x.extent(1);
        return call.isConstant(1) && (count == 1 || ofChannels)
                ? Optional.of(
                        Mapped.of(new Prelu(count), List.of(0), new Mapped.Role("weight", 1, Mapped.Stored.SHAPED)))
                : Optional.empty();
    };

    /** Bounds that have to be constants. Those of all numbers of 32 bits are none. */
    static final Mapping CLIP = call -> {
        OptionalDouble min = bound(call, 1);
        OptionalDouble max = bound(call, 2);
        boolean constant = (!call.has(1) || call.number(1).isPresent())
                && (!call.has(2) || call.number(2).isPresent());
        if (!constant || min.isEmpty() && max.isEmpty()) {
            return Optional.empty();
        }
        if (min.isEmpty() || max.isEmpty()) {
            return mapped(new Clamp(min, max));
        }
        return mapped(
                min.getAsDouble() == 0 && max.getAsDouble() == 6
                        ? new Activation(Function.RELU6)
                        : new Activation(Function.HARDTANH, List.of(min.getAsDouble(), max.getAsDouble()), false));
    };

    private ActivationMapping() {}

    /** One without attributes, or with those of {@code torch.nn}. */
    static Mapping of(Function function) {
        return call -> mapped(new Activation(function));
    }

    /** One with a constant. */
    static Mapping of(Function function, double otherwise) {
        return call -> mapped(new Activation(function, List.of(call.real("alpha", otherwise)), false));
    }

    /** Before version 13, all axes from one on were taken together: the same where only one of them has several elements. */
    static Mapping softmax(boolean logarithm) {
        return call -> {
            if (call.version() >= SOFTMAX_OF_ONE_AXIS) {
                return mapped(new Softmax(call.axis(call.attributes().whole("axis", -1), 0), logarithm));
            }
            int from = call.axis(call.attributes().whole("axis", 1), 0);
            List<Integer> several = new ArrayList<>();
            for (int axis = from; axis < call.shape(0).rank(); axis++) {
                if (call.shape(0).extent(axis) != 1) {
                    several.add(axis);
                }
            }
            return several.size() > 1
                    ? Optional.empty()
                    : mapped(new Softmax(several.isEmpty() ? from : several.get(0), logarithm));
        };
    }

    private static OptionalDouble bound(MappingCall call, int input) {
        OptionalDouble bound = call.number(input);
        return bound.isPresent() && Math.abs(bound.getAsDouble()) < Math.nextDown(Float.MAX_VALUE)
                ? bound
                : OptionalDouble.empty();
    }

    private static Optional<Mapped> mapped(Op op) {
        return Optional.of(Mapped.of(op, List.of(0)));
    }
}
