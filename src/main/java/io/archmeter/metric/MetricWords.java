package io.archmeter.metric;

import io.archmeter.problem.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/**
 * What other tools, and people, call metrics.
 *
 * @since 0.2.0
 */
public final class MetricWords {
    private static final String WHICH_MEMORY = "write peak_bytes for what inference needs at once, output_bytes for all"
            + " outputs together, or weight_bytes for what is stored";

    /** The words of recorded metrics, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new Vocabulary(
            elsewhere(),
            Map.of(
                    "memory", WHICH_MEMORY,
                    "mem", WHICH_MEMORY,
                    "bytes", WHICH_MEMORY,
                    "ram", WHICH_MEMORY,
                    "vram", WHICH_MEMORY,
                    "flops", "write multiply_adds: half of them, where a multiply and an add count as two",
                    "gflops", "write multiply_adds: half of them, where a multiply and an add count as two"));

    private MetricWords() {}

    private static Map<String, String> elsewhere() {
        Map<String, String> words = new HashMap<>();
        for (Metric metric : Metric.recorded()) {
            metric.alsoCalled().forEach(word -> words.put(word, metric.toString()));
        }
        return words;
    }
}
