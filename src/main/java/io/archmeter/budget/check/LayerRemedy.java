package io.archmeter.budget.check;

import io.archmeter.facts.Amount;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Trait;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How others made such a layer lighter. Nothing is said where it would not be lighter. */
final class LayerRemedy {
    /** A bottleneck of a quarter of the channels is what ResNet-50 has (He et al. 2016, figure 5). */
    private static final int BOTTLENECK = 4;

    /** Normalization, activation, dropout: more layers than that do not stand between two that have weights. */
    private static final int BETWEEN = 16;

    private LayerRemedy() {}

    /**
     * What is known.
     *
     * @param before the layers of its network that run before it, in their order
     */
    static Optional<String> of(LayerSnapshot layer, List<LayerSnapshot> before) {
        if (has(layer, Trait.LIGHTER_AFTER_AVERAGE)) {
            return ofProductOfMap(layer, before);
        }
        boolean windows = has(layer, Trait.LIGHTER_IN_SMALL_KERNELS)
                || has(layer, Trait.LIGHTER_AFTER_BOTTLENECK)
                || has(layer, Trait.LIGHTER_IN_GROUPS);
        return windows ? ofWindows(layer, before) : Optional.empty();
    }

    /** Lin et al. 2014, "Network in network", section 3.2; GoogLeNet and ResNet followed. */
    private static Optional<String> ofProductOfMap(LayerSnapshot product, List<LayerSnapshot> before) {
        return nearest(Trait.MAP_TO_VECTOR, product, before)
                .flatMap(flatten -> places(flatten.inputs().get(0))
                        .map(places -> "global average pooling before " + flatten.name() + " divides its weights by "
                                + places + ", as in GoogLeNet and ResNet"));
    }

    /** The nearest layer of a kind from which the input comes with its shape; what has weights between them makes another of it. */
    private static Optional<LayerSnapshot> nearest(Trait trait, LayerSnapshot layer, List<LayerSnapshot> before) {
        Shape input = layer.inputs().get(0);
        int first = Math.max(0, before.size() - BETWEEN);
        for (int i = before.size() - 1; i >= first && before.get(i).output().equals(input); i--) {
            if (has(before.get(i), trait)) {
                return Optional.of(before.get(i));
            }
            if (has(before.get(i), Trait.PRODUCT)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A layer of an operator that this version does not have is of no kind. */
    private static boolean has(LayerSnapshot layer, Trait trait) {
        return Catalogue.find(layer.operator())
                .filter(operator -> operator.traits().contains(trait))
                .isPresent();
    }

    /** How many elements a map has; empty where it is no map, has only one, or nobody knows. */
    private static Optional<Long> places(Shape map) {
        Amount places = Amount.of(() -> map.spatial().stream().reduce(1L, Math::multiplyExact));
        return places.atLeast() > 1 ? Optional.of(places.atLeast()) : Optional.empty();
    }

    private static Optional<String> ofWindows(LayerSnapshot layer, List<LayerSnapshot> before) {
        List<Long> kernel = kernel(layer);
        PlainValue one = PlainValue.Num.of(1);
        boolean grouped = !one.equals(layer.attributes().getOrDefault("groups", one));
        if (grouped || kernel.isEmpty() || kernel.stream().anyMatch(extent -> !extent.equals(kernel.get(0)))) {
            return Optional.empty();
        }
        if (!(layer.inputs().get(0).axis(1) instanceof Extent.Known channels)
                || layer.output().axis(1) instanceof Extent.Unknown) {
            return Optional.empty();
        }
        long in = channels.value();
        long out = layer.output().channels();
        long extent = kernel.get(0);
        if (has(layer, Trait.LIGHTER_IN_SMALL_KERNELS)
                && kernel.size() == 2
                && extent > 3
                && extent % 2 == 1
                && stackIsLighter(extent, in, out)) {
            return Optional.of((extent - 1) / 2 + " convolutions of 3×3 see as far with fewer weights, as in VGG");
        }
        List<String> remedies = new ArrayList<>();
        if (extent > 1 && bottleneckIsLighter(extent, kernel.size(), in, out)) {
            if (has(layer, Trait.LIGHTER_AFTER_BOTTLENECK) && !hasBottleneck(layer, before)) {
                remedies.add("a 1×1 convolution before it that leaves it a quarter of the channels makes a bottleneck,"
                        + " as in GoogLeNet and ResNet-50");
            }
            if (has(layer, Trait.LIGHTER_IN_GROUPS)) {
                remedies.add("groups divide its weights, as in ResNeXt");
            }
        }
        return remedies.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", remedies));
    }

    private static boolean hasBottleneck(LayerSnapshot layer, List<LayerSnapshot> before) {
        return nearest(Trait.LIGHTER_AFTER_BOTTLENECK, layer, before)
                .map(LayerRemedy::kernel)
                .filter(kernel -> kernel.stream().allMatch(extent -> extent == 1))
                .isPresent();
    }

    private static List<Long> kernel(LayerSnapshot layer) {
        if (!(layer.attributes().get("kernel") instanceof PlainValue.Items kernel)) {
            return List.of();
        }
        List<Long> extents = new ArrayList<>();
        for (PlainValue extent : kernel.items()) {
            if (extent instanceof PlainValue.Num num && num.number().toLong().isPresent()) {
                extents.add(num.number().toLong().getAsLong());
            }
        }
        return extents.size() == kernel.items().size() ? extents : List.of();
    }

    /** k²·in·out weights beside those of (k − 1) / 2 convolutions of 3×3, of which the first changes the channels. */
    private static boolean stackIsLighter(long extent, long in, long out) {
        long more = (extent - 1) / 2 - 1;
        return extent * extent * in > 9 * (in + more * out);
    }

    /** kⁿ·in·out weights beside in·in/4 + kⁿ·in/4·out. */
    private static boolean bottleneckIsLighter(long extent, int axes, long in, long out) {
        long taps = 1;
        for (int axis = 0; axis < axes; axis++) {
            taps = Math.multiplyExact(taps, extent);
        }
        return in >= BOTTLENECK * BOTTLENECK && taps * out * (BOTTLENECK - 1) > in;
    }
}
