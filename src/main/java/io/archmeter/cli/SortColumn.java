package io.archmeter.cli;

import io.archmeter.metric.Metric;
import io.archmeter.metric.MetricWords;
import io.archmeter.problem.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns by which layers are sorted, by their keys or by what other tools call them. */
final class SortColumn {
    /** The order of execution, for those who want to name it. */
    static final String IN_ORDER = "layer";

    /** Those of every table. */
    static final List<String> ALWAYS = always();

    static final Vocabulary WORDS = words();

    private SortColumn() {}

    private static List<String> always() {
        List<String> columns = new ArrayList<>(List.of(IN_ORDER));
        for (Metric metric : Metric.inTables()) {
            columns.add(metric.toString());
        }
        return columns;
    }

    /** The column that is meant; throws {@link UnknownWord} where it is none of those that there are. */
    static String among(List<String> columns, String text) {
        return columns.contains(text)
                ? text
                : WORDS.same(text, columns).orElseThrow(() -> new UnknownWord(WORDS.remedy(text, columns)));
    }

    /** Those of metrics; of a layer, the one memory that the table has is that of its output. FLOPs are in the order of multiply-adds. */
    private static Vocabulary words() {
        Map<String, String> elsewhere = new TreeMap<>(MetricWords.VOCABULARY.elsewhere());
        Map<String, String> advice = new TreeMap<>(MetricWords.VOCABULARY.advice());
        put(List.of("memory", "mem", "bytes"), Metric.OUTPUT_BYTES, elsewhere, advice);
        put(List.of("flops", "flop", "gflops", "ops", "work", "compute"), Metric.MULTIPLY_ADDS, elsewhere, advice);
        return new Vocabulary(elsewhere, advice);
    }

    private static void put(
            List<String> words, Metric metric, Map<String, String> elsewhere, Map<String, String> advice) {
        for (String word : words) {
            elsewhere.put(word, metric.toString());
            advice.remove(word);
        }
    }
}
