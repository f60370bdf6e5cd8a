package io.archmeter.report;

import io.archmeter.analysis.MemoryReport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What is meant by "memory": one word covers figures that differ a hundredfold. */
public enum Definition {
    WEIGHTS(
            "parameters and buffers, those of heads included",
            report -> report.training().weights()),
    OUTPUTS(
            "outputs of all layers; in place and views once",
            elements(report -> report.outputs().once())),
    PEAK(
            "most that inference holds at a step",
            report -> report.inference().peak().bytes()),
    ARENA(
            "one buffer for all tensors of inference",
            report -> report.inference().arenaBytes()),
    KEPT_FOR_BACKWARD(
            "what autograd keeps of a pass, heads included",
            report -> report.training().keptForBackward()),
    GRADIENTS(
            "derivatives of the loss by each parameter",
            report -> report.training().gradients()),
    OPTIMIZER_STATE(
            "what the optimizer keeps of each parameter",
            report -> report.training().optimizerState()),
    TRAINING_TOTAL(
            "weights + gradients + optimizer_state + kept",
            report -> report.training().total()),
    TRAINING_PEAK(
            "most that training holds at a step", report -> report.training().peakBytes()),

    OUTPUTS_EACH(
            "outputs of all layers, each counted",
            elements(report -> report.outputs().each())),
    FVCORE_ACTIVATIONS(
            "fvcore: outputs of convolutions, linear layers",
            elements(report -> report.outputs().ofProducts())),
    OUTPUTS_WITH_POOLS(
            "fvcore_activations and outputs of pools",
            elements(report -> report.outputs().withPools())),
    LECTURE_MEMORY(
            "outputs_with_pools and the input",
            elements(report -> report.outputs().withInput())),
    TORCHINFO_PASS(
            "torchinfo: outputs of weighted layers, twice",
            elements(report -> 2 * report.outputs().ofParameters()));

    /** Those that every answer has, in their order. */
    static final List<Definition> USUAL = Arrays.asList(values()).subList(0, OUTPUTS_EACH.ordinal());

    private final String meaning;
    private final ToLongFunction<MemoryReport> bytes;

    Definition(String meaning, ToLongFunction<MemoryReport> bytes) {
        this.meaning = meaning;
        this.bytes = bytes;
    }

    private static ToLongFunction<MemoryReport> elements(ToLongFunction<MemoryReport> elements) {
        return report -> elements.applyAsLong(report) * report.type().bytes();
    }

    public long bytes(MemoryReport report) {
        return bytes.applyAsLong(report);
    }

    /** Whether it counts outputs of layers, so that it is a number of elements as well. */
    boolean hasElements() {
        return this == OUTPUTS || ordinal() >= OUTPUTS_EACH.ordinal();
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
