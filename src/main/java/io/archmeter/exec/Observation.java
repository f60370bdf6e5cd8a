package io.archmeter.exec;

import io.archmeter.exec.tensor.Reuse;
import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen while a layer ran.
 *
 * @param node its number in the graph
 * @param outputs the shapes of the regions that its kernel asked for
 * @param reuse what it can do with the memory of its inputs
 * @param overwritten values whose tensors its outputs destroyed although they were needed
 * @param tensors the weights that its kernel took, by their names
 * @param taken those of them that no layer before it had taken, and the weights that it works on as on inputs
 * @param executed multiply-adds whose tap fell on the input
 * @param padded taps that fell on padding
 * @param multiplications that were done for both of them together: their sum, or less by an algorithm that needs fewer
 * @param outputBytes bytes of the regions that were filled
 * @param heldBytes bytes of the arena that belonged to tensors still needed, inputs and outputs of the layer among them
 * @param workspaceBytes bytes that the kernel took for intermediate results
 */
public record Observation(
        int node,
        List<Shape> outputs,
        Reuse reuse,
        List<Integer> overwritten,
        Map<String, Shape> tensors,
        List<TakenWeight> taken,
        long executed,
        long padded,
        long multiplications,
        long outputBytes,
        long heldBytes,
        long workspaceBytes) {
    public Observation {
        outputs = List.copyOf(outputs);
        overwritten = List.copyOf(overwritten);
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        taken = List.copyOf(taken);
    }

    /** The shape of the first or only region that its kernel asked for. */
    public Shape output() {
        return outputs.get(0);
    }

    /** Elements of the weights that it was the first to take. */
    public long weights() {
        return taken.stream().mapToLong(TakenWeight::elements).sum();
    }

    /** Those of them that were drawn. */
    public long drawnWeights() {
        return taken.stream()
                .filter(TakenWeight::drawn)
                .mapToLong(TakenWeight::elements)
                .sum();
    }
}
