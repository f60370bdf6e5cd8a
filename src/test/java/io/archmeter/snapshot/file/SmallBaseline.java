package io.archmeter.snapshot.file;

/** A baseline of one convolution, written out. */
final class SmallBaseline {
    /**
     * By hand, of an input of 3×8×8 and 4 channels of 3×3 with a bias: 4·3·3·3 + 4 = 112 parameters; 4·6·6·3·3·3 = 3,888
     * multiply-adds, none on padding; 4·112 = 448 bytes of weights; 4·4·6·6 = 576 bytes of output; 4·3·8·8 = 768 bytes of input,
     * which the backward pass keeps and which lie beside the output, 1,344 together. Training holds weights, gradients (448
     * each), what Adam keeps (2·448 and two steps of 4, 904) and the input, 2,568; at its peak the gradient of the output as
     * well, 3,144. The input belongs to no layer: of the 2,568 the convolution has 1,800, and what is kept is none of its own.
     */
    static final String TEXT = """
            {
              "archmeter": {
                "document": "baseline",
                "version": 2
              },
              "models": [
                {
                  "model": "src/test/resources/readme/small.yaml",
                  "input": "1x3x8x8",
                  "totals": {
                    "parameters": 112,
                    "buffers": 0,
                    "multiply_adds": 3888,
                    "effective_multiply_adds": 3888,
                    "weight_bytes": 448,
                    "output_bytes": 576,
                    "peak_bytes": 1344,
                    "arena_bytes": 1344,
                    "kept_for_backward_bytes": 768,
                    "training_total_bytes": 2568,
                    "training_peak_bytes": 3144,
                    "receptive_field": 3,
                    "depth": 1,
                    "layers": 1
                  },
                  "layers": [
                    {"layer": "conv", "operator": "conv", "attributes": {"channels": 4, "kernel": [3, 3], "groups": 1, "bias": true}, \
            "output": "1x4x6x6", "parameters": 112, "multiply_adds": 3888, \
            "weight_bytes": 448, "peak_bytes": 1344, "training_total_bytes": 1800, "receptive_field": 3}
                  ]
                }
              ]
            }
            """;

    private SmallBaseline() {}

    /** The baseline with a part of it written otherwise. */
    static String with(String part, String other) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("the baseline has no " + part);
        }
        return TEXT.replace(part, other);
    }
}
