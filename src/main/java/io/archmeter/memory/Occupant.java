package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Node;
import io.archmeter.memory.MemoryPlan.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of the arena from the step at which its first tensor is made until the one after which nobody needs any of them. Steps are
 * places in {@link MemoryPlan#steps()}.
 *
 * @param tensors those that lie in it, by name, in the order in which they are made: a tensor, its views, what is put in its place
 * @param bytes of the piece
 * @param offset where it begins in the arena
 * @param first the first step at which it is held
 * @param last the last of them
 * @param lastReader the layer that reads the last of the tensors; empty for an output, which no layer is waiting for
 * @since 0.2.0
 */
public record Occupant(
        List<String> tensors, Amount bytes, long offset, int first, int last, Optional<String> lastReader) {
    public Occupant {
        tensors = List.copyOf(tensors);
        if (tensors.isEmpty() || offset < 0 || first < 0 || last < first) {
            throw new IllegalArgumentException("nothing that is held: " + tensors + " from " + first + " to " + last);
        }
    }

    /**
     * All pieces of a plan, in the order in which they begin to be held. At each step, those that are held then have the bytes of
     * {@link MemoryPlan#live(int)}.
     *
     * @param plan that of the network, in which tensors share what they can
     * @param training whether the heads are computed as well, as the plan says
     */
    public static List<Occupant> of(NetworkFacts network, MemoryPlan plan, boolean training) {
        Liveness liveness = Liveness.of(network.graph(), training);
        Buffers buffers = Buffers.of(network, liveness, Sharing.IN_PLACE);
        List<List<Integer>> valuesOf = valuesOf(network, liveness, buffers);
        int[] place = places(plan, network.graph().nodes().size());
        List<Occupant> all = new ArrayList<>(valuesOf.size());
        for (List<Integer> values : valuesOf) {
            all.add(occupant(network, plan, liveness, place, values));
        }
        return all;
    }

    private static List<List<Integer>> valuesOf(NetworkFacts network, Liveness liveness, Buffers buffers) {
        List<List<Integer>> valuesOf = new ArrayList<>();
        for (int value = 0; value < network.graph().values().size(); value++) {
            if (liveness.isMade(value) && !buffers.liesInWeights(value)) {
                if (buffers.of(value) == valuesOf.size()) {
                    valuesOf.add(new ArrayList<>());
                }
                valuesOf.get(buffers.of(value)).add(value);
            }
        }
        return valuesOf;
    }

    /** The place of each node's step among those that run; what is needed after the last is held until then. */
    private static int[] places(MemoryPlan plan, int nodes) {
        int[] place = new int[nodes + 1];
        place[nodes] = plan.steps().size() - 1;
        for (int running = 0; running < plan.steps().size(); running++) {
            place[plan.steps().get(running)] = running;
        }
        return place;
    }

    private static Occupant occupant(
            NetworkFacts network, MemoryPlan plan, Liveness liveness, int[] place, List<Integer> values) {
        int whole = values.get(0);
        int longest = whole;
        for (int value : values) {
            longest = liveness.last(value) > liveness.last(longest) ? value : longest;
        }
        Placement placement = plan.placements().get(whole).orElseThrow();
        return new Occupant(
                values.stream()
                        .map(value -> network.graph().values().get(value).name())
                        .toList(),
                network.bytes(whole),
                placement.offset(),
                place[liveness.first(whole)],
                place[liveness.last(longest)],
                liveness.lastReader(longest).map(Node::name));
    }
}
