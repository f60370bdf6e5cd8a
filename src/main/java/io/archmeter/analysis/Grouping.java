package io.archmeter.analysis;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the cost of a network is broken down.
 *
 * @since 0.1.0
 */
public enum Grouping {
    /**
     * Layers whose output maps have the same size belong to the same stage (Lin et al. 2017, "Feature Pyramid Networks",
     * §3); what has no map is the head.
     */
    STAGE {
        @Override
        String label(LayerCost layer) {
            Shape output = layer.output();
            List<Extent> map = output.axes().subList(Math.min(2, output.rank()), output.rank());
            return map.stream().allMatch(Extent.of(1)::equals)
                    ? "head"
                    : map.stream().map(Extent::text).collect(Collectors.joining("x"));
        }
    },
    LAYER {
        @Override
        String label(LayerCost layer) {
            return layer.name();
        }
    },
    KIND {
        @Override
        String label(LayerCost layer) {
            return layer.operator();
        }
    };

    abstract String label(LayerCost layer);

    /** As on the command line: {@code stage}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
