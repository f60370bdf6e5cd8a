package io.archmeter.budget.check;

import io.archmeter.graph.Shape;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.List;
import java.util.Optional;

/** How others made such a layer lighter. Nothing is said where it would not be lighter. */
final class LayerRemedy {
    /** A bottleneck of a quarter of the channels is what ResNet-50 has (He et al. 2016, figure 5). */
    private static final int BOTTLENECK = 4;

    private LayerRemedy() {}

    /**
     * What is known.
     *
     * @param all the layers of its network, in the order of execution
     */
    static Optional<String> of(LayerSnapshot layer, List<LayerSnapshot> all) {
        return switch (layer.operator()) {
            case "linear" -> ofLinear(layer, all);
            case "conv" -> ofConv(layer, all);
            default -> Optional.empty();
        };
    }

    /** Lin et al. 2014, "Network in network", section 3.2; GoogLeNet and ResNet followed. */
    private static Optional<String> ofLinear(LayerSnapshot linear, List<LayerSnapshot> all) {
        return before(linear, "flatten", all)
                .flatMap(flatten -> places(flatten.inputs().get(0))
                        .map(places -> "global average pooling before " + flatten.name() + " divides its weights by "
                                + places + ", as in GoogLeNet and ResNet"));
    }

    /** The nearest layer of an operator from which the input comes with its shape. */
    private static Optional<LayerSnapshot> before(LayerSnapshot layer, String operator, List<LayerSnapshot> all) {
        Shape input = layer.inputs().get(0);
        for (int i = all.indexOf(layer) - 1; i >= 0 && all.get(i).output().equals(input); i--) {
            if (all.get(i).operator().equals(operator)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** How many elements a map has; empty where it is no map, or only one. */
    private static Optional<Long> places(Shape map) {
        long places = map.spatial().stream().reduce(1L, Math::multiplyExact);
        return places > 1 ? Optional.of(places) : Optional.empty();
    }

    private static Optional<String> ofConv(LayerSnapshot conv, List<LayerSnapshot> all) {
        List<Long> kernel = kernel(conv);
        long in = conv.inputs().get(0).channels();
        long out = conv.output().channels();
        boolean grouped = !conv.attributes().getOrDefault("group", "1").equals("1");
        if (grouped || kernel.isEmpty() || kernel.stream().anyMatch(extent -> !extent.equals(kernel.get(0)))) {
            return Optional.empty();
        }
        long extent = kernel.get(0);
        if (kernel.size() == 2 && extent > 3 && extent % 2 == 1 && stackIsLighter(extent, in, out)) {
            return Optional.of((extent - 1) / 2 + " convolutions of 3×3 see as far with fewer weights, as in VGG");
        }
        if (extent > 1 && bottleneckIsLighter(extent, kernel.size(), in, out)) {
            return Optional.of(
                    hasBottleneck(conv, all)
                            ? "groups divide its weights, as in ResNeXt"
                            : "a 1×1 convolution before it that leaves it a quarter of the channels makes a bottleneck,"
                                    + " as in GoogLeNet and ResNet-50; groups divide its weights, as in ResNeXt");
        }
        return Optional.empty();
    }

    private static boolean hasBottleneck(LayerSnapshot conv, List<LayerSnapshot> all) {
        return before(conv, "conv", all)
                .map(LayerRemedy::kernel)
                .filter(kernel -> kernel.stream().allMatch(extent -> extent == 1))
                .isPresent();
    }

    private static List<Long> kernel(LayerSnapshot conv) {
        String kernel = conv.attributes().getOrDefault("kernel", "");
        return kernel.isEmpty()
                ? List.of()
                : List.of(kernel.split("x")).stream().map(Long::valueOf).toList();
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
