package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlan.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds a place for every tensor of a forward pass: lifetimes first, then which tensors share memory, then where it lies.
 *
 * @since 0.1.0
 */
public final class MemoryPlanner {
    private MemoryPlanner() {}

    /** The plan of a run, in which tensors share what they can. */
    public static MemoryPlan plan(NetworkFacts network, boolean training) {
        return plan(network, training, Sharing.IN_PLACE);
    }

    /**
     * Plans a forward pass.
     *
     * @param training whether the heads are computed as well
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static MemoryPlan plan(NetworkFacts network, boolean training, Sharing sharing) {
        Graph graph = network.graph();
        Liveness liveness = Liveness.of(graph, training);
        Buffers buffers = Buffers.of(network, liveness, sharing);
        List<Buffer> all = buffers.all();
        List<Long> liveBytes = liveBytes(graph, all);
        Peak peak = Peak.of(network, liveness, buffers, liveBytes);
        Arena arena = Exact.at(graph.nodes().get(peak.step()), () -> Arena.of(all, peak.bytes()));
        return new MemoryPlan(
                placements(network, liveness, buffers, arena),
                steps(graph, training),
                liveBytes,
                arena.bytes(),
                peak,
                unknown(graph, all));
    }

    /**
     * The bytes of the arena of a run, those of {@link #plan}, for whoever does not ask what lies where.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static Amount arena(NetworkFacts network, boolean training) {
        Graph graph = network.graph();
        List<Buffer> all = Buffers.of(network, Liveness.of(graph, training), Sharing.IN_PLACE)
                .all();
        List<Long> live = liveBytes(graph, all);
        int busiest = Peak.step(live);
        Arena arena = Exact.at(graph.nodes().get(busiest), () -> Arena.of(all, live.get(busiest)));
        return new Amount(arena.bytes(), Amount.together(unknown(graph, all).values()));
    }

    /** Where the buffers come from whose bytes are not known, by the steps at which they live. */
    private static Map<Integer, List<String>> unknown(Graph graph, List<Buffer> buffers) {
        Map<Integer, List<String>> unknown = new TreeMap<>();
        for (Buffer buffer : buffers) {
            int last = buffer.origins().isEmpty()
                    ? -1
                    : Math.min(buffer.last(), graph.nodes().size() - 1);
            for (int step = buffer.first(); step <= last; step++) {
                unknown.merge(step, buffer.origins(), Amount::together);
            }
        }
        return unknown;
    }

    private static List<Integer> steps(Graph graph, boolean training) {
        List<Integer> steps = new ArrayList<>(graph.nodes().size());
        for (int step = 0; step < graph.nodes().size(); step++) {
            if (training || !graph.nodes().get(step).auxiliary()) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The bytes of the buffers that live at each step. */
    private static List<Long> liveBytes(Graph graph, List<Buffer> buffers) {
        int steps = graph.nodes().size();
        long[] begin = new long[steps];
        // Outputs end after the last step. What ends together lives together, so a sum too large is found before it is
        // used.
        long[] end = new long[steps + 1];
        for (Buffer buffer : buffers) {
            int first = buffer.first();
            begin[first] = Exact.sum(begin[first], buffer.bytes(), graph.nodes().get(first));
            end[buffer.last()] += buffer.bytes();
        }
        List<Long> bytes = new ArrayList<>(steps);
        long living = 0;
        for (int step = 0; step < steps; step++) {
            living = Exact.sum(living, begin[step], graph.nodes().get(step));
            bytes.add(living);
            living -= end[step];
        }
        return bytes;
    }

    private static List<Optional<Placement>> placements(
            NetworkFacts network, Liveness liveness, Buffers buffers, Arena arena) {
        int values = network.graph().values().size();
        List<Optional<Placement>> placements = new ArrayList<>(values);
        for (int value = 0; value < values; value++) {
            boolean placed = liveness.isMade(value) && !buffers.liesInWeights(value);
            placements.add(placed ? Optional.of(place(network, buffers, arena, value)) : Optional.empty());
        }
        return placements;
    }

    private static Placement place(NetworkFacts network, Buffers buffers, Arena arena, int value) {
        Placement whole = arena.places().get(buffers.of(value));
        long bytes = network.bytes(value).atLeast();
        return bytes == whole.bytes()
                ? whole
                : new Placement(Math.addExact(whole.offset(), buffers.offset(value)), bytes);
    }
}
