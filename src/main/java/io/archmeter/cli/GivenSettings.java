package io.archmeter.cli;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.snapshot.Settings;
import io.archmeter.training.Optimizer;
import java.util.Map;
import java.util.Optional;

/** Settings of which some are given on the command line; empty is what is not. */
record GivenSettings(
        Optional<Long> batch,
        Optional<Shape> input,
        Optional<DType> dtype,
        boolean training,
        Optional<Optimizer> optimizer,
        Map<String, String> set) {

    boolean isNothing() {
        return batch.isEmpty()
                && input.isEmpty()
                && dtype.isEmpty()
                && !training
                && optimizer.isEmpty()
                && set.isEmpty();
    }

    /** What is given, and all else as it is there. */
    Settings over(Settings others) {
        return new Settings(
                batch.orElse(others.batch()),
                input.or(others::input),
                dtype.orElse(others.dtype()),
                training || others.training(),
                optimizer.orElse(others.optimizer()),
                set.isEmpty() ? others.set() : set);
    }
}
