package io.archmeter.report;

import io.archmeter.analysis.MemoryReport;
import io.archmeter.training.TrainingMemory;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What is meant by "memory": one word covers figures that differ a hundredfold. */
public enum Definition {
    WEIGHTS(
            "parameters and buffers, auxiliary heads included",
            Unit.BYTES,
            report -> OptionalLong.of(report.weights())),
    OUTPUTS(
            "outputs of all layers, shared memory counted once",
            Unit.ELEMENTS,
            report -> OptionalLong.of(report.outputs().once())),
    PEAK(
            "the most that inference needs at one time",
            Unit.BYTES,
            report -> OptionalLong.of(report.inference().peak().bytes())),
    ARENA(
            "one buffer for all tensors of inference",
            Unit.BYTES,
            report -> OptionalLong.of(report.inference().arenaBytes())),
    KEPT_FOR_BACKWARD(
            "what autograd keeps for the backward pass",
            Unit.BYTES,
            report -> training(report, TrainingMemory::keptForBackward)),
    GRADIENTS(
            "derivatives of the loss by each parameter",
            Unit.BYTES,
            report -> training(report, TrainingMemory::gradients)),
    OPTIMIZER_STATE(
            "what the optimizer keeps for each parameter",
            Unit.BYTES,
            report -> training(report, TrainingMemory::optimizerState)),
    TRAINING_TOTAL(
            "weights + gradients + optimizer_state + kept",
            Unit.BYTES,
            report -> training(report, TrainingMemory::total)),
    TRAINING_PEAK(
            "the most that training needs at one time",
            Unit.BYTES,
            report -> training(report, TrainingMemory::peakBytes)),

    OUTPUTS_EACH(
            "outputs of all layers, each counted in full",
            Unit.ELEMENTS,
            report -> OptionalLong.of(report.outputs().each())),
    FVCORE_ACTIVATIONS(
            "fvcore: outputs of convolutions, linear layers",
            Unit.ELEMENTS,
            report -> OptionalLong.of(report.outputs().ofProducts())),
    OUTPUTS_WITH_POOLS(
            "fvcore_activations and outputs of pools",
            Unit.ELEMENTS,
            report -> OptionalLong.of(report.outputs().withPools())),
    LECTURE_MEMORY(
            "outputs_with_pools and the input",
            Unit.ELEMENTS,
            report -> OptionalLong.of(report.outputs().withInput())),
    TORCHINFO_PASS(
            "torchinfo: outputs of weighted layers, twice",
            Unit.ELEMENTS,
            report -> OptionalLong.of(2 * report.outputs().ofParameters()));

    /** Those that every answer has. */
    static final Set<Definition> USUAL = EnumSet.range(WEIGHTS, TRAINING_PEAK);

    static final Set<Definition> ALL = EnumSet.allOf(Definition.class);

    private enum Unit {
        BYTES,
        ELEMENTS
    }

    private final String meaning;
    private final Unit unit;
    private final Function<MemoryReport, OptionalLong> number;

    Definition(String meaning, Unit unit, Function<MemoryReport, OptionalLong> number) {
        this.meaning = meaning;
        this.unit = unit;
        this.number = number;
    }

    private static OptionalLong training(MemoryReport report, ToLongFunction<TrainingMemory> number) {
        return report.training().isPresent()
                ? OptionalLong.of(number.applyAsLong(report.training().get()))
                : OptionalLong.empty();
    }

    /**
     * Its number in bytes; empty where there is no such thing, as gradients in whole numbers.
     *
     * @throws ArithmeticException where a {@code long} does not hold it
     */
    public OptionalLong bytes(MemoryReport report) {
        OptionalLong found = number.apply(report);
        return unit == Unit.BYTES || found.isEmpty()
                ? found
                : OptionalLong.of(report.type().bytes(found.getAsLong()));
    }

    /** The elements of tensors that are all of the network's type; empty where others are among them. */
    OptionalLong elements(MemoryReport report) {
        return unit == Unit.BYTES ? OptionalLong.empty() : number.apply(report);
    }

    /** In a few words, which fit beside the number. */
    String meaning() {
        return meaning;
    }

    /** As in CSV and JSON: {@code kept_for_backward}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
