package io.archmeter.cli;

import io.archmeter.metric.Metric;
import io.archmeter.metric.MetricWords;
import io.archmeter.problem.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;

/** The column by which layers are sorted, by its key or by what other tools call it. */
final class SortColumn implements ITypeConverter<String> {
    /** The order of execution, for those who want to name it. */
    private static final String IN_ORDER = "layer";

    private static final Vocabulary WORDS = words();

    @Override
    public String convert(String text) {
        List<String> columns = new ArrayList<>(List.of(IN_ORDER));
        for (Metric metric : Metric.inTables()) {
            columns.add(metric.toString());
        }
        return among(columns, text);
    }

    /** The column that is meant; throws {@link UnknownWord} where it is none of those that there are. */
    static String among(List<String> columns, String text) {
        return WORDS.same(text, columns).orElseThrow(() -> new UnknownWord(WORDS.remedy(text, columns)));
    }

    /** Those of metrics; of a layer, the one memory that the table has is that of its output. */
    private static Vocabulary words() {
        Map<String, String> elsewhere = new TreeMap<>(MetricWords.VOCABULARY.elsewhere());
        Map<String, String> advice = new TreeMap<>(MetricWords.VOCABULARY.advice());
        for (String memory : List.of("memory", "mem", "bytes")) {
            elsewhere.put(memory, Metric.OUTPUT_BYTES.toString());
            advice.remove(memory);
        }
        return new Vocabulary(elsewhere, advice);
    }
}
