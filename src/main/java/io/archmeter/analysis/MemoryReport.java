package io.archmeter.analysis;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Exact;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.memory.OutputTotals;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.List;
import java.util.Optional;

/**
 * What a network needs of memory, in each of the meanings of the word.
 *
 * @param inputs the shapes of what it is given, batch in front
 * @param weights bytes of parameters and buffers, those of heads included
 * @param inferenceWeights bytes of parameters and buffers without those of heads
 * @param outputs elements of what layers put out
 * @param inference where the tensors of a forward pass lie, without heads
 * @param training what an iteration holds; empty in a type that has no gradients
 * @since 0.1.0
 */
public record MemoryReport(
        String model,
        String title,
        List<Shape> inputs,
        DType type,
        Optimizer optimizer,
        Amount weights,
        Amount inferenceWeights,
        OutputTotals outputs,
        MemoryPlan inference,
        Optional<TrainingMemory> training) {
    public MemoryReport {
        inputs = List.copyOf(inputs);
    }

    /**
     * Finds it.
     *
     * @throws io.archmeter.problem.ProblemException where a number of bytes does not fit a {@code long}
     */
    public static MemoryReport of(NetworkFacts network, Optimizer optimizer) {
        Graph graph = network.graph();
        DType type = network.type();
        MemoryPlan inference = MemoryPlanner.plan(network, false);
        Optional<TrainingMemory> training =
                type.hasGradients() ? Optional.of(TrainingMemory.of(network, optimizer)) : Optional.empty();
        OutputTotals outputs = OutputTotals.of(network);
        // These are the largest numbers that are asked for later. If one does not fit, that has to be said here, as a
        // problem.
        Exact.at(graph.lastNode(), () -> {
            long held = training.map(TrainingMemory::total).orElse(Amount.ZERO).atLeast();
            long each = outputs.each().times(2).bytes().atLeast();
            return Math.max(
                    held, Math.max(each, outputs.withInput().times(2).bytes().atLeast()));
        });
        return new MemoryReport(
                graph.name(),
                graph.title(),
                graph.inputShapes(),
                type,
                optimizer,
                network.weightBytes(true),
                network.weightBytes(false),
                outputs,
                inference,
                training);
    }

    /** Bytes that a run needs: the weights, and the arena for all else. */
    static Need inferenceNeeds(NetworkFacts network) {
        Amount weights = network.weightBytes(false);
        Amount arena = MemoryPlanner.arena(network, false);
        return Need.of(weights.atLeast(), Math.addExact(weights.atLeast(), arena.atLeast()));
    }
}
