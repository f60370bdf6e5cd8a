package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.graph.DType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The least times of a network on a device.
 *
 * @param layers of each layer, in their order
 * @param layerByLayer the sum of these: no layer begins before the one before it has ended and written what it puts out
 * @param fused of all layers as one: nothing between them is moved, and all operations may go on beside all that is moved
 * @param unknownTypes in which something is multiplied, and of which the device has no figure
 * @param fits whether the weights and the most that is held beside them fit into its memory; empty where one of them is not known
 */
public record DeviceBounds(
        Roofline network,
        Device device,
        List<Bound> layers,
        LeastTime layerByLayer,
        Bound fused,
        List<DType> unknownTypes,
        Optional<Boolean> fits) {
    public DeviceBounds {
        layers = List.copyOf(layers);
        unknownTypes = List.copyOf(unknownTypes);
        if (layers.size() != network.layers().size()) {
            throw new IllegalArgumentException("each layer has a bound: " + layers.size());
        }
    }

    /**
     * Finds them.
     *
     * @throws io.archmeter.problem.ProblemException where a time is of more picoseconds than a {@code long} holds
     */
    public static DeviceBounds of(Roofline network, Device device) {
        List<Bound> bounds = new ArrayList<>();
        LeastTime sum = LeastTime.NONE;
        LeastTime compute = LeastTime.NONE;
        Map<DType, Boolean> unknown = new EnumMap<>(DType.class);
        for (RooflineLayer layer : network.layers()) {
            Bound bound = new Bound(
                    compute(layer, device), LeastTime.of(layer.traffic().moved(), device.bandwidth()));
            if (needsFigure(layer) && device.peak(layer.type()).isEmpty()) {
                unknown.put(layer.type(), true);
            }
            bounds.add(bound);
            sum = sum.plus(bound.least());
            compute = compute.plus(bound.compute());
        }
        Bound fused = new Bound(compute, LeastTime.of(network.fused().moved(), device.bandwidth()));
        LeastTime all = sum;
        Exact.at(network.last(), () -> Math.max(all.rounded(), fused.least().rounded()));
        return new DeviceBounds(
                network, device, bounds, all, fused, List.copyOf(unknown.keySet()), fits(network.needs(), device));
    }

    private static boolean needsFigure(RooflineLayer layer) {
        return !layer.multiplyAdds().equals(Amount.ZERO);
    }

    private static LeastTime compute(RooflineLayer layer, Device device) {
        if (!needsFigure(layer)) {
            return LeastTime.NONE;
        }
        return device.peak(layer.type()).isPresent()
                ? LeastTime.of(layer.operations(), device.peak(layer.type()).getAsLong())
                : LeastTime.UNKNOWN;
    }

    /** What is known to be too much already does not fit. */
    private static Optional<Boolean> fits(Amount needs, Device device) {
        if (device.memory().isEmpty()) {
            return Optional.empty();
        }
        boolean fits = needs.atLeast() <= device.memory().getAsLong();
        return fits && !needs.isExact() ? Optional.empty() : Optional.of(fits);
    }
}
