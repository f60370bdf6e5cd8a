package io.archmeter.graph;

import static java.util.Map.entry;

import io.archmeter.problem.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What other tools call types of elements. For a type that is missing here, one of another size is never offered.
 *
 * @since 0.2.0
 */
public final class DTypeWords {
    /** The words of types, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new Vocabulary(
            Map.ofEntries(
                    entry("bf16", "bfloat16"),
                    entry("double", "float64"),
                    entry("e4m3", "float8_e4m3fn"),
                    entry("e5m2", "float8_e5m2"),
                    entry("f16", "float16"),
                    entry("f32", "float32"),
                    entry("f64", "float64"),
                    entry("float", "float32"),
                    entry("float8e4m3", "float8_e4m3fn"),
                    entry("fp16", "float16"),
                    entry("fp32", "float32"),
                    entry("fp64", "float64"),
                    entry("half", "float16"),
                    entry("qint8", "int8"),
                    entry("quint8", "uint8"),
                    entry("short", "int16"),
                    entry("single", "float32"),
                    entry("tf32", "float32")),
            advice());

    private DTypeWords() {}

    private static Map<String, String> advice() {
        Map<String, String> advice = new TreeMap<>();
        for (String eight : List.of("float8", "fp8")) {
            advice.put(eight, "say which: float8_e4m3fn or float8_e5m2");
        }
        for (String whole : List.of("bool", "int32", "int64", "long")) {
            advice.put(whole, "real numbers are not stored so; quantized ones are int16, int8, uint8, int4 or uint4");
        }
        advice.put("nf4", "archmeter has no nf4 yet; it has int4 and uint4");
        return advice;
    }
}
