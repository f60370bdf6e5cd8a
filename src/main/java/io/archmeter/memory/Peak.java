package io.archmeter.memory;

import io.archmeter.facts.NetworkFacts;
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
 * @param live the tensors that are held while it runs, the largest first; of those that share memory, the one that is needed
 *     longest
 */
public record Peak(int step, String layer, String operator, long bytes, List<LiveTensor> live) {
    /**
     * A tensor that is held.
     *
     * @param name the layer that puts it out, or the input
     * @param lastReader the layer that reads it last; empty for an output, which no layer is waiting for
     */
    public record LiveTensor(String name, long bytes, Optional<String> lastReader) {}

    public Peak {
        live = List.copyOf(live);
        if (bytes(live) != bytes) {
            throw new IllegalArgumentException("the tensors of the peak have " + bytes(live) + " bytes, not " + bytes);
        }
    }

    /** The bytes of several tensors together. */
    public static long bytes(List<LiveTensor> tensors) {
        return tensors.stream().mapToLong(LiveTensor::bytes).reduce(0, Math::addExact);
    }

    /** Finds the peak among the steps. */
    static Peak of(NetworkFacts network, Liveness liveness, Buffers buffers, List<Long> liveBytes) {
        int step = 0;
        for (int other = 1; other < liveBytes.size(); other++) {
            step = liveBytes.get(other) > liveBytes.get(step) ? other : step;
        }
        Map<Integer, Integer> longest = new TreeMap<>();
        for (int tensor = 0; tensor <= step; tensor++) {
            if (liveness.runs(tensor) && liveness.last(tensor) >= step) {
                longest.merge(buffers.of(tensor), tensor, (a, b) -> liveness.last(b) > liveness.last(a) ? b : a);
            }
        }
        List<LiveTensor> live = longest.values().stream()
                .map(tensor -> tensor(network, liveness, tensor))
                .sorted((a, b) -> Long.compare(b.bytes(), a.bytes()))
                .toList();
        Node node = network.graph().nodes().get(step);
        return new Peak(step, node.name(), node.op().kind(), liveBytes.get(step), live);
    }

    private static LiveTensor tensor(NetworkFacts network, Liveness liveness, int tensor) {
        List<Node> nodes = network.graph().nodes();
        int last = liveness.last(tensor);
        Optional<String> reader = last == tensor || last == liveness.end()
                ? Optional.empty()
                : Optional.of(nodes.get(last).name());
        return new LiveTensor(nodes.get(tensor).name(), network.outputBytes(tensor), reader);
    }
}
