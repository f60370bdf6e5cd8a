package io.archmeter.spec;

import io.archmeter.located.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of a layer that is written as a mapping: what it is, its arguments, and modifiers that any layer can have. */
record LayerEntries(Located.Mapping mapping) {
    Optional<Located.Entry> find(String key) {
        for (Located.Entry entry : mapping.entries()) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The entries that are neither modifiers nor among {@code own}. */
    List<Located.Entry> others(List<String> own) {
        List<Located.Entry> others = new ArrayList<>();
        for (Located.Entry entry : mapping.entries()) {
            if (!Names.MODIFIERS.contains(entry.key()) && !own.contains(entry.key())) {
                others.add(entry);
            }
        }
        return others;
    }
}
