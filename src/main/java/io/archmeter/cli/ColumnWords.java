package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Vocabulary;
import io.archmeter.report.document.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people call the columns of a table: what stands above them, and the words of other tools. */
final class ColumnWords {
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("name", "layer"),
            Map.entry("op", "operator"),
            Map.entry("type", "operator"),
            Map.entry("kernelsize", "kernel"),
            Map.entry("kernelshape", "kernel"),
            Map.entry("filter", "kernel"),
            Map.entry("strides", "stride"),
            Map.entry("pad", "padding"),
            Map.entry("pads", "padding"),
            Map.entry("dilations", "dilation"),
            Map.entry("group", "groups"),
            Map.entry("inputsize", "inputs"),
            Map.entry("inputshape", "inputs"),
            Map.entry("shape", "output"),
            Map.entry("outputsize", "output"),
            Map.entry("outputshape", "output"),
            Map.entry("rf", "receptive_field"));

    private ColumnWords() {}

    /** A header that stands above columns of several keys names none of them. */
    static Vocabulary of(List<Column> columns) {
        Map<String, String> words = new HashMap<>(ELSEWHERE);
        words.putAll(SortColumn.WORDS.elsewhere());
        Set<String> ambiguous = new HashSet<>();
        Map<String, String> headers = new HashMap<>();
        for (Column column : columns) {
            String other = headers.putIfAbsent(Nearest.plain(column.words()), column.key());
            if (other != null && !other.equals(column.key())) {
                ambiguous.add(Nearest.plain(column.words()));
            }
        }
        headers.keySet().removeAll(ambiguous);
        words.putAll(headers);
        return new Vocabulary(words, SortColumn.WORDS.advice());
    }
}
