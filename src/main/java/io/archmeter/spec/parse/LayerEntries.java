package io.archmeter.spec.parse;

import io.archmeter.source.SourceValue;
import io.archmeter.spec.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of a layer that is written as a mapping: what it is, its arguments, and modifiers that any layer can have. */
record LayerEntries(SourceValue.Mapping mapping) {
    Optional<SourceValue.Entry> find(String key) {
        for (SourceValue.Entry entry : mapping.entries()) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The entries that are neither modifiers nor among {@code own}. */
    List<SourceValue.Entry> others(List<String> own) {
        List<SourceValue.Entry> others = new ArrayList<>();
        for (SourceValue.Entry entry : mapping.entries()) {
            if (!Names.MODIFIERS.contains(entry.key()) && !own.contains(entry.key())) {
                others.add(entry);
            }
        }
        return others;
    }
}
