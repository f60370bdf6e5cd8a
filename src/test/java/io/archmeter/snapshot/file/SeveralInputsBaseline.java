package io.archmeter.snapshot.file;

/** A baseline of a network with two inputs, written out. */
final class SeveralInputsBaseline {
    static final String SPEC = """
            inputs: {image: [2], tokens: {shape: [3], dtype: int64}}
            layers:
              a: relu
              b: {identity: , from: tokens}
            outputs: [a, b]
            """;

    /**
     * By hand: the image has 2·4 = 8 bytes, in whose place the relu lies; the tokens have 3·8 = 24, which the identity passes on. Both are
     * there from the start to the end: 32 bytes, and as many of outputs. There are no weights, and so no gradients, and no
     * multiply-adds, and so no depth.
     */
    static final String TEXT = """
            {
              "archmeter": {
                "document": "baseline",
                "version": 2
              },
              "models": [
                {
                  "model": "two.yaml",
                  "inputs": {
                    "image": "1x2",
                    "tokens": {"shape": "1x3", "dtype": "int64"}
                  },
                  "totals": {
                    "parameters": 0,
                    "buffers": 0,
                    "multiply_adds": 0,
                    "effective_multiply_adds": 0,
                    "weight_bytes": 0,
                    "output_bytes": 32,
                    "peak_bytes": 32,
                    "arena_bytes": 32,
                    "kept_for_backward_bytes": 0,
                    "training_total_bytes": 0,
                    "training_peak_bytes": 32,
                    "receptive_field": null,
                    "depth": 0,
                    "layers": 2
                  },
                  "layers": [
                    {"layer": "a", "operator": "relu", "peak_bytes": 32},
                    {"layer": "b", "operator": "identity", "inputs": ["1x3"], "output_bytes": 24, "peak_bytes": 32}
                  ]
                }
              ]
            }
            """;

    private SeveralInputsBaseline() {}

    /** The baseline with a part of it written otherwise. */
    static String with(String part, String other) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("the baseline has no " + part);
        }
        return TEXT.replace(part, other);
    }
}
