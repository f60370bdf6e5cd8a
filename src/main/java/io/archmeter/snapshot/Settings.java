package io.archmeter.snapshot;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.training.Optimizer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings with which a network is loaded and counted.
 *
 * @param batch samples that pass at once
 * @param input the shape of one sample, in place of the spec's own
 * @param training whether heads count, which exist in training only
 * @param optimizer whose state counts in what training needs
 * @param set values of the spec's params, as they would be written in it
 * @since 0.2.0
 */
public record Settings(
        long batch,
        Optional<Shape> input,
        DType dtype,
        boolean training,
        Optimizer optimizer,
        Map<String, String> set) {
    /** As a model is counted if nothing else is said. */
    public static final Settings DEFAULT =
            new Settings(1, Optional.empty(), DType.FLOAT32, false, Optimizer.ADAM, Map.of());

    public Settings {
        if (batch < 1) {
            throw new IllegalArgumentException("the batch must be at least 1: " + batch);
        }
        set = Collections.unmodifiableMap(new TreeMap<>(set));
    }

    /** What tells a model that is counted so from all others: {@code specs/resnet.yaml#resnet50 --batch 8}. */
    public String keyOf(String model) {
        return (model + " " + this).strip();
    }

    /** What is set otherwise than by default, as on a command line: {@code --batch 8 --dtype float16}. */
    @Override
    public String toString() {
        StringBuilder options = new StringBuilder();
        if (batch != DEFAULT.batch) {
            options.append(" --batch ").append(batch);
        }
        input.ifPresent(shape -> options.append(" --input ").append(shape));
        if (dtype != DEFAULT.dtype) {
            options.append(" --dtype ").append(dtype);
        }
        if (training) {
            options.append(" --training");
        }
        if (optimizer != DEFAULT.optimizer) {
            options.append(" --optimizer ").append(optimizer);
        }
        set.forEach((name, value) ->
                options.append(" --set ").append(name).append('=').append(value));
        return options.toString().stripLeading();
    }
}
