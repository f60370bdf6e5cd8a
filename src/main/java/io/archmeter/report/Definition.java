package io.archmeter.report;

import io.archmeter.analysis.MemoryReport;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What is meant by "memory": one word covers figures that differ a hundredfold. */
public enum Definition {
    WEIGHTS(
            "parameters and buffers, auxiliary heads included",
            Unit.BYTES,
            report -> report.training().weights()),
    OUTPUTS(
            "outputs of all layers, shared memory counted once",
            Unit.ELEMENTS,
            report -> report.outputs().once()),
    PEAK(
            "the most that inference needs at one time",
            Unit.BYTES,
            report -> report.inference().peak().bytes()),
    ARENA(
            "one buffer for all tensors of inference",
            Unit.BYTES,
            report -> report.inference().arenaBytes()),
    KEPT_FOR_BACKWARD(
            "what autograd keeps for the backward pass",
            Unit.BYTES,
            report -> report.training().keptForBackward()),
    GRADIENTS(
            "derivatives of the loss by each parameter",
            Unit.BYTES,
            report -> report.training().gradients()),
    OPTIMIZER_STATE(
            "what the optimizer keeps for each parameter",
            Unit.BYTES,
            report -> report.training().optimizerState()),
    TRAINING_TOTAL(
            "weights + gradients + optimizer_state + kept",
            Unit.BYTES,
            report -> report.training().total()),
    TRAINING_PEAK(
            "the most that training needs at one time",
            Unit.BYTES,
            report -> report.training().peakBytes()),

    OUTPUTS_EACH(
            "outputs of all layers, each counted in full",
            Unit.ELEMENTS,
            report -> report.outputs().each()),
    FVCORE_ACTIVATIONS(
            "fvcore: outputs of convolutions, linear layers",
            Unit.ELEMENTS,
            report -> report.outputs().ofProducts()),
    OUTPUTS_WITH_POOLS(
            "fvcore_activations and outputs of pools",
            Unit.ELEMENTS,
            report -> report.outputs().withPools()),
    LECTURE_MEMORY(
            "outputs_with_pools and the input",
            Unit.ELEMENTS,
            report -> report.outputs().withInput()),
    TORCHINFO_PASS(
            "torchinfo: outputs of weighted layers, twice",
            Unit.ELEMENTS,
            report -> 2 * report.outputs().ofParameters());

    /** Those that every answer has. */
    static final Set<Definition> USUAL = EnumSet.range(WEIGHTS, TRAINING_PEAK);

    static final Set<Definition> ALL = EnumSet.allOf(Definition.class);

    private enum Unit {
        BYTES,
        ELEMENTS
    }

    private final String meaning;
    private final Unit unit;
    private final ToLongFunction<MemoryReport> number;

    Definition(String meaning, Unit unit, ToLongFunction<MemoryReport> number) {
        this.meaning = meaning;
        this.unit = unit;
        this.number = number;
    }

    /**
     * Its number in bytes.
     *
     * @throws ArithmeticException where a {@code long} does not hold it
     */
    public long bytes(MemoryReport report) {
        long found = number.applyAsLong(report);
        return unit == Unit.BYTES
                ? found
                : Math.multiplyExact(found, report.type().bytes());
    }

    /** The elements of tensors that are all of the network's type; empty where others are among them. */
    OptionalLong elements(MemoryReport report) {
        return unit == Unit.BYTES ? OptionalLong.empty() : OptionalLong.of(number.applyAsLong(report));
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
