package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.GroupNorm;
import io.archmeter.op.InstanceNorm;
import io.archmeter.op.LayerNorm;
import io.archmeter.op.LocalResponseNorm;
import io.archmeter.op.RmsNorm;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Normalizations. */
final class NormalizationMapping {
    private static final String EPSILON = "epsilon";

    /** Since this version, the scale of {@code GroupNormalization} is one of channels, and no more of groups. */
    private static final long OF_CHANNELS = 21;

    /** {@code BatchNormalization} at inference. */
    static final Mapping BATCH = call -> {
        boolean training = call.attributes().flag("training_mode") || call.outputs() > 1;
        boolean channels = call.attributes().whole("spatial", 1) == 1;
        if (training || !channels || !call.isConstant(3) || !call.isConstant(4)) {
            return Optional.empty();
        }
        return Optional.of(Mapped.of(
                new BatchNorm(call.real(EPSILON, 1e-5), true, true, false, false),
                List.of(0),
                new Mapped.Role("weight", 1),
                new Mapped.Role("bias", 2),
                new Mapped.Role("running_mean", 3),
                new Mapped.Role("running_var", 4),
                new Mapped.Role("num_batches_tracked", -1, Mapped.Stored.MISSING)));
    };

    static final Mapping GROUP = call -> {
        boolean fits = call.version() >= OF_CHANNELS
                && isOf(call, 1, call.shape(0).extents().subList(1, 2));
        long groups = call.attributes().whole("num_groups", 0);
        return fits ? scaledAndShifted(new GroupNorm(groups, call.real(EPSILON, 1e-5), true)) : Optional.empty();
    };

    static final Mapping INSTANCE = call -> scaledAndShifted(new InstanceNorm(call.real(EPSILON, 1e-5), true, false));

    static final Mapping LAYER = call -> {
        int axis = call.axis(call.attributes().whole("axis", -1), 0);
        boolean fits = call.asked() == 1 && hasScale(call, axis);
        double epsilon = call.real(EPSILON, 1e-5);
        if (!fits) {
            return Optional.empty();
        }
        List<Integer> axes = axesFrom(axis, call.shape(0));
        return call.has(2)
                ? scaledAndShifted(new LayerNorm(axes, epsilon, true, true))
                : scaled(new LayerNorm(axes, epsilon, true, false));
    };

    static final Mapping ROOT_MEAN_SQUARE = call -> {
        int axis = call.axis(call.attributes().whole("axis", -1), 0);
        boolean fits = call.asked() == 1 && hasScale(call, axis);
        return fits
                ? scaled(new RmsNorm(axesFrom(axis, call.shape(0)), call.real(EPSILON, 1e-5), true))
                : Optional.empty();
    };

    static final Mapping LOCAL_RESPONSE = call -> Optional.of(Mapped.of(
            new LocalResponseNorm(
                    call.attributes().whole("size").orElseThrow(IllegalArgumentException::new),
                    call.real("alpha", 1e-4),
                    call.real("beta", 0.75),
                    call.real("bias", 1),
                    LocalResponseNorm.Neighbours.ONNX),
            List.of(0)));

    private NormalizationMapping() {}

    private static Optional<Mapped> scaled(Op op) {
        return Optional.of(Mapped.of(op, List.of(0), new Mapped.Role("weight", 1)));
    }

    private static Optional<Mapped> scaledAndShifted(Op op) {
        return Optional.of(Mapped.of(op, List.of(0), new Mapped.Role("weight", 1), new Mapped.Role("bias", 2)));
    }

    private static List<Integer> axesFrom(int axis, Shape x) {
        return IntStream.range(axis, x.rank()).boxed().toList();
    }

    /** Whether there is a scale for each element along the axes, and a shift too if there is any; ONNX stretches smaller ones. */
    private static boolean hasScale(MappingCall call, int axis) {
        List<Long> extents = call.shape(0).extents().subList(axis, call.shape(0).rank());
        return isOf(call, 1, extents) && (!call.has(2) || isOf(call, 2, extents));
    }

    private static boolean isOf(MappingCall call, int input, List<Long> extents) {
        return call.has(input) && call.shape(input).extents().equals(extents);
    }
}
