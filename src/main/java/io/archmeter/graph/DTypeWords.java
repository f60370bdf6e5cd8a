package io.archmeter.graph;

import io.archmeter.problem.Vocabulary;
import java.util.Map;
import java.util.TreeMap;

/** What other tools call types of elements. For a type that is missing here, one of another size is never offered. */
public final class DTypeWords {
    /** The words of types, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(
                    "bf16", "bfloat16",
                    "f16", "float16",
                    "f32", "float32",
                    "float", "float32",
                    "fp16", "float16",
                    "fp32", "float32",
                    "half", "float16",
                    "qint8", "int8",
                    "single", "float32",
                    "tf32", "float32"),
            missing("double", "float64", "float8", "fp64", "fp8", "int4", "int16", "int32", "int64", "nf4", "uint8"));

    private DTypeWords() {}

    private static Map<String, String> missing(String... types) {
        Map<String, String> advice = new TreeMap<>();
        for (String type : types) {
            advice.put(type, "archmeter has no " + type + " yet; it has float32, float16, bfloat16 and int8");
        }
        return advice;
    }
}
