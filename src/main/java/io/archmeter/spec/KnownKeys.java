package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The entries of a mapping whose keys are fixed by the language. */
final class KnownKeys {
    private final List<Located.Entry> entries;
    private final Problems problems;

    private KnownKeys(List<Located.Entry> entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    /** Refuses what is no mapping, and keys that are not known. */
    static KnownKeys of(String what, Located located, Collection<String> known, Problems problems) {
        List<Located.Entry> entries = anyKeys(what, located, problems);
        for (Located.Entry entry : entries) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.keyAt(),
                        "unknown-key",
                        what + " has no key '" + entry.key() + "'",
                        Nearest.remedy(entry.key(), known));
            }
        }
        return new KnownKeys(entries, problems);
    }

    /** The entries of a mapping whose keys are names that the author chose. */
    static List<Located.Entry> anyKeys(String what, Located located, Problems problems) {
        if (located instanceof Located.Mapping mapping) {
            return mapping.entries();
        }
        boolean nothing = located instanceof Located.Scalar scalar && scalar.value() instanceof Value.Nothing;
        if (!nothing) {
            problems.add(located.at(), "wrong-type", what + " must be a mapping", "write keys and values: key: value");
        }
        return List.of();
    }

    Optional<Located> find(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Located.Entry::value)
                .findFirst();
    }

    /** The text of a key; a number is taken as its text. */
    Optional<String> text(String key) {
        Optional<Located> found = find(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof Located.Scalar scalar) {
            if (scalar.value() instanceof Value.Text text) {
                return Optional.of(text.text());
            }
            if (scalar.value() instanceof Value.Num num) {
                return Optional.of(num.described());
            }
        }
        problems.add(found.get().at(), "wrong-type", key + " must be a text", "write a text, in quotes if need be");
        return Optional.empty();
    }

    /** The texts of a list. */
    List<Located.Scalar> texts(String key) {
        List<Located.Scalar> texts = new ArrayList<>();
        Optional<Located> found = find(key);
        if (found.isEmpty()) {
            return texts;
        }
        List<Located> items = found.get() instanceof Located.Items list ? list.items() : List.of(found.get());
        for (Located item : items) {
            if (item instanceof Located.Scalar scalar && scalar.value() instanceof Value.Text) {
                texts.add(scalar);
            } else {
                problems.add(item.at(), "wrong-type", key + " must be a list of texts", "write " + key + ": [a, b]");
            }
        }
        return texts;
    }
}
