package io.archmeter.budget.check;

import io.archmeter.graph.Shape;
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
        return switch (layer.operator()) {
            case "linear" -> ofLinear(layer, before);
            case "conv" -> ofConv(layer, before);
            default -> Optional.empty();
        };
    }

    /** Lin et al. 2014, "Network in network", section 3.2; GoogLeNet and ResNet followed. */
    private static Optional<String> ofLinear(LayerSnapshot linear, List<LayerSnapshot> before) {
        return nearest("flatten", linear, before)
                .flatMap(flatten -> places(flatten.inputs().get(0))
                        .map(places -> "global average pooling before " + flatten.name() + " divides its weights by "
                                + places + ", as in GoogLeNet and ResNet"));
    }

    /** The nearest layer of an operator from which the input comes with its shape; what has weights between them makes another of it. */
    private static Optional<LayerSnapshot> nearest(String operator, LayerSnapshot layer, List<LayerSnapshot> before) {
        Shape input = layer.inputs().get(0);
        int first = Math.max(0, before.size() - BETWEEN);
        for (int i = before.size() - 1; i >= first && before.get(i).output().equals(input); i--) {
            String found = before.get(i).operator();
            if (found.equals(operator)) {
                return Optional.of(before.get(i));
            }
            if (found.equals("conv") || found.equals("linear")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** How many elements a map has; empty where it is no map, or only one. */
    private static Optional<Long> places(Shape map) {
        long places = map.spatial().stream().reduce(1L, Math::multiplyExact);
        return places > 1 ? Optional.of(places) : Optional.empty();
    }

    private static Optional<String> ofConv(LayerSnapshot conv, List<LayerSnapshot> before) {
        List<Long> kernel = kernel(conv);
        long in = conv.inputs().get(0).channels();
        long out = conv.output().channels();
        boolean grouped = !PlainValue.Num.of(1).equals(conv.attributes().getOrDefault("groups", PlainValue.Num.of(1)));
        if (grouped || kernel.isEmpty() || kernel.stream().anyMatch(extent -> !extent.equals(kernel.get(0)))) {
            return Optional.empty();
        }
        long extent = kernel.get(0);
        if (kernel.size() == 2 && extent > 3 && extent % 2 == 1 && stackIsLighter(extent, in, out)) {
            return Optional.of((extent - 1) / 2 + " convolutions of 3×3 see as far with fewer weights, as in VGG");
        }
        if (extent > 1 && bottleneckIsLighter(extent, kernel.size(), in, out)) {
            return Optional.of(
                    hasBottleneck(conv, before)
                            ? "groups divide its weights, as in ResNeXt"
                            : "a 1×1 convolution before it that leaves it a quarter of the channels makes a bottleneck,"
                                    + " as in GoogLeNet and ResNet-50; groups divide its weights, as in ResNeXt");
        }
        return Optional.empty();
    }

    private static boolean hasBottleneck(LayerSnapshot conv, List<LayerSnapshot> before) {
        return nearest("conv", conv, before)
                .map(LayerRemedy::kernel)
                .filter(kernel -> kernel.stream().allMatch(extent -> extent == 1))
                .isPresent();
    }

    private static List<Long> kernel(LayerSnapshot conv) {
        if (!(conv.attributes().get("kernel") instanceof PlainValue.Items kernel)) {
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
