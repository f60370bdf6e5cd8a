package io.archmeter.snapshot.file;

/** A report of one layer, as a build wrote it that knew of no attributes and no memory. */
final class OldReport {
    /** AlexNet's first layer with a batch of 2: twice its multiply-adds and bytes, the latter halved again by float16. */
    static final String TEXT = """
            {
              "archmeter": {"document": "analyze", "version": 1},
              "model": "one",
              "input": [2, 3, 224, 224],
              "batch": 2,
              "dtype": "float16",
              "training": true,
              "layers": [{
                "layer": "conv",
                "operator": "conv",
                "inputs": [[2, 3, 224, 224]],
                "output": [2, 64, 55, 55],
                "parameters": 23296,
                "buffers": 0,
                "multiply_adds": 140553600,
                "effective_multiply_adds": 139163136,
                "output_bytes": 774400,
                "receptive_field": {"size": [11, 12], "stride": [4, 4], "offset": [-2, -2]},
                "anything": {"new": true}
              }],
              "totals": {
                "parameters": 23296,
                "buffers": 0,
                "multiply_adds": 140553600,
                "effective_multiply_adds": 139163136,
                "output_bytes": 774400,
                "receptive_field": null
              }
            }
            """;

    /** The same of a model with two inputs, as later builds wrote it, without their types and with them. */
    static final String OF_TWO_INPUTS = TEXT.replace(
            "\"batch\": 2,", "\"inputs\": {\"image\": [2, 3, 224, 224], \"tokens\": [2, 77]},\n  \"batch\": 2,");

    static final String WITH_TYPES = OF_TWO_INPUTS.replace(
            "\"batch\": 2,", "\"input_dtypes\": {\"image\": \"float16\", \"tokens\": \"int64\"},\n  \"batch\": 2,");

    private OldReport() {}
}
