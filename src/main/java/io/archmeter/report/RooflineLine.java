package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.roofline.Binding;
import io.archmeter.roofline.Bound;
import io.archmeter.roofline.LeastTime;
import io.archmeter.roofline.Roofline;
import io.archmeter.roofline.RooflineLayer;
import io.archmeter.roofline.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer, or a network, with what it moves and computes.
 *
 * @param operator empty where it is none
 * @param moves whether it moves anything
 * @param times on a device, if one was named
 */
record RooflineLine(
        String name,
        String operator,
        boolean moves,
        Traffic traffic,
        Amount multiplyAdds,
        Amount operations,
        Amount others,
        Optional<Times> times) {
    /** @param binding empty where several layers wait for different things */
    record Times(LeastTime compute, LeastTime memory, LeastTime least, Optional<Binding> binding) {
        static Times of(Bound bound) {
            return new Times(bound.compute(), bound.memory(), bound.least(), Optional.of(bound.binding()));
        }

        private Times plus(Times next) {
            return new Times(
                    compute.plus(next.compute), memory.plus(next.memory), least.plus(next.least), Optional.empty());
        }

        private Times ofSeveral() {
            return new Times(compute, memory, least, Optional.empty());
        }
    }

    /** Those of the layers of a model, in their order. */
    static List<RooflineLine> ofLayers(RooflineDocument.Entry model) {
        List<RooflineLine> lines = new ArrayList<>();
        List<RooflineLayer> layers = model.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            RooflineLayer layer = layers.get(i);
            int place = i;
            lines.add(new RooflineLine(
                    layer.name(),
                    layer.op().kind(),
                    layer.moves(),
                    layer.traffic(),
                    layer.multiplyAdds(),
                    layer.operations(),
                    layer.others(),
                    model.bounds().map(bounds -> Times.of(bounds.layers().get(place)))));
        }
        return lines;
    }

    /** Some layers, one after the other. */
    static RooflineLine together(String name, List<RooflineLine> lines) {
        RooflineLine sum = lines.get(0);
        for (RooflineLine line : lines.subList(1, lines.size())) {
            sum = sum.plus(line);
        }
        return new RooflineLine(
                name,
                "",
                sum.moves,
                sum.traffic,
                sum.multiplyAdds,
                sum.operations,
                sum.others,
                sum.times.map(Times::ofSeveral));
    }

    private RooflineLine plus(RooflineLine next) {
        return new RooflineLine(
                name,
                operator,
                moves || next.moves,
                traffic.plus(next.traffic),
                multiplyAdds.plus(next.multiplyAdds),
                operations.plus(next.operations),
                others.plus(next.others),
                times.map(before -> before.plus(next.times.orElseThrow())));
    }

    /** All layers, one after the other. */
    static RooflineLine total(RooflineDocument.Entry model) {
        return whole(
                "total",
                model.network(),
                model.network().total(),
                model.bounds().map(bounds -> {
                    LeastTime memory = LeastTime.of(
                            model.network().total().moved(), bounds.device().bandwidth());
                    return new Times(bounds.fused().compute(), memory, bounds.layerByLayer(), Optional.empty());
                }));
    }

    /** All layers as one. */
    static RooflineLine fused(RooflineDocument.Entry model) {
        return whole(
                "fused into one",
                model.network(),
                model.network().fused(),
                model.bounds().map(bounds -> Times.of(bounds.fused())));
    }

    /** The same under another name. */
    RooflineLine named(String other) {
        return new RooflineLine(other, operator, moves, traffic, multiplyAdds, operations, others, times);
    }

    private static RooflineLine whole(String name, Roofline network, Traffic traffic, Optional<Times> times) {
        return new RooflineLine(
                name, "", true, traffic, network.multiplyAdds(), network.operations(), network.others(), times);
    }
}
