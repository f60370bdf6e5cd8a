package io.archmeter.memory;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The step of a forward pass at which the most memory is held, and what for.
 *
 * @param step the number of the node that runs at it; of several steps the first
 * @param layer its name
 * @param operator what it does, e.g. {@code conv}
 * @param bytes what is known of them
 * @param live the tensors that are held while it runs, the largest first; of those that share memory, the one that is needed
 *     longest
 * @since 0.1.0
 */
public record Peak(int step, String layer, String operator, long bytes, List<LiveTensor> live) {
    /**
     * A tensor that is held.
     *
     * @param name that of the value: the layer that puts it out, or the input
     * @param bytes of what it keeps: a part keeps all that it is a part of
     * @param lastReader the layer that reads it last; empty for an output, which no layer is waiting for
     */
    public record LiveTensor(String name, Amount bytes, Optional<String> lastReader) {
        /** One whose bytes are known. */
        public LiveTensor(String name, long bytes, Optional<String> lastReader) {
            this(name, Amount.exactly(bytes), lastReader);
        }
    }

    public Peak {
        live = List.copyOf(live);
        if (bytes(live) != bytes) {
            throw new IllegalArgumentException("the tensors of the peak have " + bytes(live) + " bytes, not " + bytes);
        }
    }

    /** The bytes of several tensors together, as far as they are known. */
    public static long bytes(List<LiveTensor> tensors) {
        return tensors.stream().mapToLong(tensor -> tensor.bytes().atLeast()).reduce(0, Math::addExact);
    }

    /** Finds the peak among the steps. */
    static Peak of(NetworkFacts network, Liveness liveness, Buffers buffers, List<Long> liveBytes) {
        Graph graph = network.graph();
        int step = step(liveBytes);
        Map<Integer, Integer> longest = new TreeMap<>();
        for (int value = 0; value < graph.values().size(); value++) {
            if (liveness.isMade(value)
                    && !buffers.liesInWeights(value)
                    && liveness.first(value) <= step
                    && liveness.last(value) >= step) {
                longest.merge(buffers.of(value), value, (a, b) -> liveness.last(b) > liveness.last(a) ? b : a);
            }
        }
        List<LiveTensor> live = longest.values().stream()
                .map(value -> tensor(network, liveness, buffers, value))
                .sorted((a, b) -> Long.compare(b.bytes().atLeast(), a.bytes().atLeast()))
                .toList();
        Node node = graph.nodes().get(step);
        return new Peak(step, node.name(), node.op().kind(), liveBytes.get(step), live);
    }

    /** The first of the steps at which most is held. */
    static int step(List<Long> liveBytes) {
        int step = 0;
        for (int other = 1; other < liveBytes.size(); other++) {
            step = liveBytes.get(other) > liveBytes.get(step) ? other : step;
        }
        return step;
    }

    private static LiveTensor tensor(NetworkFacts network, Liveness liveness, Buffers buffers, int number) {
        String name = network.graph().values().get(number).name();
        return new LiveTensor(
                name,
                network.bytes(buffers.whole(number)),
                liveness.lastReader(number).map(Node::name));
    }
}
