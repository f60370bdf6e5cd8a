package io.archmeter.memory;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a place for every tensor of a forward pass. */
public final class MemoryPlanner {
    private MemoryPlanner() {}

    /** A plan without reuse. */
    public static MemoryPlan plan(Graph graph, DType type, boolean training) {
        List<Optional<MemoryPlan.Placement>> placements = new ArrayList<>();
        List<Long> live = new ArrayList<>();
        long end = 0;
        for (Node node : graph.nodes()) {
            if (node.auxiliary() && !training) {
                placements.add(Optional.empty());
                live.add(end);
                continue;
            }
            long bytes = Math.multiplyExact(node.output().elements(), type.bytes());
            placements.add(Optional.of(new MemoryPlan.Placement(end, bytes)));
            end = Math.addExact(end, bytes);
            live.add(end);
        }
        return new MemoryPlan(placements, live, end);
    }
}
