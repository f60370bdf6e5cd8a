package io.archmeter.analysis;

import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.op.Reach;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The axes of a network's input along which it has positions: all but the batch and the features. A layer that takes the input tells which
 * axis has the features: the last one where it is a linear layer, attention or a recurrence, none where it takes indices, and else the
 * one after the batch.
 *
 * @param sequence whether it was such a layer
 * @since 0.2.0
 */
public record InputAxes(List<Integer> positions, boolean sequence) {
    public InputAxes {
        positions = List.copyOf(positions);
    }

    /** Of each input of a network, by the number of its value. */
    public static Map<Integer, InputAxes> of(NetworkFacts network) {
        Graph graph = network.graph();
        Map<Integer, InputAxes> told = new HashMap<>();
        Map<Integer, Followed> followed = new HashMap<>();
        for (int input : graph.inputs()) {
            int rank = graph.values().get(input).shape().rank();
            followed.put(input, new Followed(input, axes(0, rank)));
        }
        for (LayerFacts layer : network.layers(true)) {
            for (int taken : layer.node().values()) {
                Followed before = followed.get(taken);
                if (before != null && !told.containsKey(before.input)) {
                    int rank = graph.values().get(before.input).shape().rank();
                    before.told(layer, rank).ifPresent(axes -> told.put(before.input, axes));
                    follow(before, layer, followed);
                }
            }
            if (told.size() == graph.inputs().size()) {
                break;
            }
        }
        for (int input : graph.inputs()) {
            told.putIfAbsent(input, map(graph.values().get(input).shape().rank()));
        }
        return told;
    }

    private static void follow(Followed before, LayerFacts layer, Map<Integer, Followed> followed) {
        for (int slot = 0; slot < layer.outputs().size(); slot++) {
            int output = layer.node().outputs().get(slot);
            before.after(layer.reach(), layer.outputs().get(slot).rank())
                    .ifPresent(after -> followed.put(output, after));
        }
    }

    /** N×C×…: what comes after the channels. */
    private static InputAxes map(int rank) {
        return new InputAxes(axes(2, rank), false);
    }

    private static List<Integer> axes(int first, int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = first; axis < rank; axis++) {
            axes.add(axis);
        }
        return axes;
    }

    /** An input whose axes have at most been put in another order: for each axis of a tensor the one of the input. */
    private record Followed(int input, List<Integer> order) {
        Optional<InputAxes> told(LayerFacts layer, int rank) {
            if (layer.has(Trait.INDICES)) {
                return Optional.of(new InputAxes(axes(1, rank), true));
            }
            if (layer.has(Trait.FEATURES_LAST) && !order.isEmpty()) {
                List<Integer> positions = axes(1, rank);
                positions.remove(order.get(order.size() - 1));
                return Optional.of(new InputAxes(positions, true));
            }
            return layer.has(Trait.PRODUCT) || layer.has(Trait.POOL) ? Optional.of(map(rank)) : Optional.empty();
        }

        /** Empty where it is no longer told by the axes which is which. */
        Optional<Followed> after(Reach reach, int rank) {
            if (rank != order.size() || reach instanceof Reach.Reshaped) {
                return Optional.empty();
            }
            if (!(reach instanceof Reach.Mapped mapped) || mapped.inputs().size() > 1) {
                return Optional.of(this);
            }
            List<Integer> reordered = new ArrayList<>();
            List<Integer> from = mapped.inputs().get(0).orElse(List.of());
            for (int axis = 0; axis < from.size(); axis++) {
                int before = from.get(axis) == Reach.Mapped.ALL ? axis : from.get(axis);
                reordered.add(order.get(before));
            }
            return Optional.of(new Followed(input, reordered));
        }
    }
}
