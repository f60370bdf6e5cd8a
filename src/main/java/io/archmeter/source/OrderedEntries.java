package io.archmeter.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries in the order in which they come, each key once. */
final class OrderedEntries {
    /** Most mappings have a handful of entries, and there may be a million mappings: they get no hash table. */
    private static final int FEW = 8;

    private final List<SourceValue.Entry> inOrder = new ArrayList<>(FEW);
    private Optional<Map<String, SourceValue.Entry>> byKey = Optional.empty();

    Optional<SourceValue.Entry> get(String key) {
        if (byKey.isPresent()) {
            return Optional.ofNullable(byKey.get().get(key));
        }
        for (SourceValue.Entry entry : inOrder) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Adds an entry whose key is not there yet. */
    void add(SourceValue.Entry entry) {
        inOrder.add(entry);
        if (byKey.isPresent()) {
            byKey.get().put(entry.key(), entry);
        } else if (inOrder.size() > FEW) {
            Map<String, SourceValue.Entry> index = new HashMap<>();
            inOrder.forEach(each -> index.put(each.key(), each));
            byKey = Optional.of(index);
        }
    }

    List<SourceValue.Entry> inOrder() {
        return List.copyOf(inOrder);
    }
}
