package io.archmeter.metric;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.graph.DType;
import io.archmeter.memory.ElementSum;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.OutputTotals;
import io.archmeter.training.TrainingMemory;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a network, to read its metrics from. What was not asked for is empty, and so are the metrics that follow from it.
 *
 * @param type what an element is stored as
 * @param plan of a forward pass
 * @param training empty in a type that has no gradients
 * @since 0.2.0
 */
public record MeasuredNetwork(
        DType type,
        Optional<Costs> costs,
        MemoryPlan plan,
        Optional<TrainingMemory> training,
        Optional<MemoryReport> memory,
        Optional<Amount> depth) {

    /**
     * What all layers come to.
     *
     * @param receptiveField what an element of the main output sees; empty where no window describes it
     * @param layers how many of them count
     */
    public record Costs(Cost total, Optional<ReceptiveField> receptiveField, long layers) {}

    /** One of which costs are known, and where the tensors of a forward pass lie. */
    public static MeasuredNetwork of(CostReport costs, MemoryPlan plan) {
        return new MeasuredNetwork(
                costs.type(),
                Optional.of(new Costs(
                        costs.total(), costs.receptiveField(), costs.layers().size())),
                plan,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** One of which all is known that is called memory. */
    public static MeasuredNetwork of(MemoryReport memory) {
        return new MeasuredNetwork(
                memory.type(),
                Optional.empty(),
                memory.inference(),
                memory.training(),
                Optional.of(memory),
                Optional.empty());
    }

    Optional<Amount> ofTraining(Function<TrainingMemory, Amount> number) {
        return training.map(number);
    }

    Optional<ElementSum> ofOutputs(Function<OutputTotals, ElementSum> elements) {
        return memory.map(MemoryReport::outputs).map(elements);
    }
}
