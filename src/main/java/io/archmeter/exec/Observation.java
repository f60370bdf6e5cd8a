package io.archmeter.exec;

import io.archmeter.graph.Shape;

/**
 * What was seen while a layer ran.
 *
 * @param node its number in the graph
 * @param output the shape of the region that its kernel asked for
 * @param weights elements that its kernel drew
 * @param executed multiply-adds whose tap fell on the input
 * @param padded taps that fell on padding
 * @param multiplications that were done for both of them together: as many, unless by an algorithm that needs fewer
 * @param outputBytes bytes of the region that was filled
 * @param heldBytes bytes of the arena that belonged to tensors still needed, inputs and output of the layer among them
 * @param workspaceBytes bytes that the kernel took for intermediate results
 */
public record Observation(
        int node,
        Shape output,
        long weights,
        long executed,
        long padded,
        long multiplications,
        long outputBytes,
        long heldBytes,
        long workspaceBytes) {}
