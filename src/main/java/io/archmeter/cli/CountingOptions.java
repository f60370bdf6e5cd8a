package io.archmeter.cli;

import io.archmeter.graph.DType;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is counted. */
final class CountingOptions {
    static final String DTYPE = "--dtype";
    static final String DTYPE_MEANING = "float32 (default), float64, float16, int8, int4 …";
    static final String TRAINING = "--training";
    static final String TRAINING_MEANING = "count the heads that exist in training only as well";

    @Option(
            names = DTYPE,
            paramLabel = "TYPE",
            converter = NetworkType.class,
            completionCandidates = NetworkType.class,
            description = DTYPE_MEANING)
    private Optional<DType> type = Optional.empty();

    @Option(names = TRAINING, description = TRAINING_MEANING)
    private boolean training;

    /** The one that is given, if one is. */
    Optional<DType> givenType() {
        return type;
    }

    DType type() {
        return type.orElse(DType.FLOAT32);
    }

    boolean training() {
        return training;
    }
}
