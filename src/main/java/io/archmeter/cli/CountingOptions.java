package io.archmeter.cli;

import io.archmeter.graph.DType;
import java.util.List;

/** What is counted. */
record CountingOptions(DType type, boolean training) {
    static final Option DTYPE = Option.value("--dtype", "TYPE", "float32 (default), float16, bfloat16 or int8");
    static final Option OPTIMIZER = Option.value("--optimizer", "NAME", "sgd, momentum, adam (default), adamw or none");
    static final Option TRAINING = Option.flag("--training", "count the heads that exist in training only as well");

    static final List<Option> OPTIONS = List.of(DTYPE, TRAINING);

    static CountingOptions read(Arguments given) {
        return new CountingOptions(readType(given), given.has(TRAINING));
    }

    static DType readType(Arguments given) {
        return given.choice(DTYPE, List.of(DType.values())).orElse(DType.FLOAT32);
    }
}
