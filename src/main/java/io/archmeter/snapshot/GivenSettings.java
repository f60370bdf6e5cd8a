package io.archmeter.snapshot;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.training.Optimizer;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of which some are given by whoever asks; empty is what is not.
 *
 * @since 0.2.0
 */
public record GivenSettings(
        Optional<Long> batch,
        Optional<Shape> input,
        Optional<DType> dtype,
        boolean training,
        Optional<Optimizer> optimizer,
        Map<String, String> set) {
    /** Nothing is given: a model is counted as it is recorded, or as it is written. */
    public static final GivenSettings NONE =
            new GivenSettings(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Map.of());

    /** Whether none is given. */
    public boolean isNothing() {
        return batch.isEmpty()
                && input.isEmpty()
                && dtype.isEmpty()
                && !training
                && optimizer.isEmpty()
                && set.isEmpty();
    }

    /** What is given, and all else as it is there. */
    public Settings over(Settings others) {
        return new Settings(
                batch.orElse(others.batch()),
                input.or(others::input),
                dtype.orElse(others.dtype()),
                training || others.training(),
                optimizer.orElse(others.optimizer()),
                set.isEmpty() ? others.set() : set);
    }
}
