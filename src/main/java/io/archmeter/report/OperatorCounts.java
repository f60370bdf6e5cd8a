package io.archmeter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many layers of each kind a module has. */
final class OperatorCounts {
    private static final int NAMED = 3;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** {@code 3 conv, 3 batchnorm, relu …}: the most frequent ones. */
    String words() {
        List<String> kinds = new ArrayList<>(counts.keySet());
        kinds.sort((one, other) -> Integer.compare(counts.get(other), counts.get(one)));
        StringBuilder words = new StringBuilder();
        for (String kind : kinds.subList(0, Math.min(NAMED, kinds.size()))) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(counts.get(kind) == 1 ? "" : counts.get(kind) + " ")
                    .append(kind);
        }
        return words + (kinds.size() > NAMED ? " …" : "");
    }
}
