package io.archmeter.source;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Vocabulary;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entries of a mapping whose keys are fixed by the language. */
public final class CheckedMapping {
    private final List<SourceValue.Entry> entries;
    private final Set<String> misspelt;
    private final Problems problems;

    private CheckedMapping(List<SourceValue.Entry> entries, Set<String> misspelt, Problems problems) {
        this.entries = entries;
        this.misspelt = misspelt;
        this.problems = problems;
    }

    /**
     * Refuses a value that is not a mapping, and unknown keys.
     *
     * @param what the mapping is, in the words of a problem
     * @param example how it is written
     * @param vocabulary for what may be meant by an unknown key
     */
    public static CheckedMapping of(
            String what,
            String example,
            SourceValue located,
            Collection<String> known,
            Vocabulary vocabulary,
            Problems problems) {
        List<SourceValue.Entry> entries = anyKeys(what, example, located, problems);
        Set<String> misspelt = new HashSet<>();
        for (SourceValue.Entry entry : entries) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.keyAt(),
                        "unknown-key",
                        what + " has no key '" + Excerpt.of(entry.key()) + "'",
                        vocabulary.remedy(entry.key(), known));
                vocabulary.meant(entry.key(), known).ifPresent(misspelt::add);
            }
        }
        return new CheckedMapping(entries, misspelt, problems);
    }

    /** The entries of a mapping whose keys are names that the author chose. */
    public static List<SourceValue.Entry> anyKeys(String what, String example, SourceValue located, Problems problems) {
        if (located instanceof SourceValue.Mapping mapping) {
            return mapping.entries();
        }
        if (!located.isNothing() && !located.isUnknown()) {
            problems.add(
                    located.at(),
                    "wrong-type",
                    what + " must be a mapping, but is " + located.described(),
                    "write " + example);
        }
        return List.of();
    }

    /** Whether there is neither the key nor anything that could be meant by it. */
    public boolean lacks(String key) {
        return !misspelt.contains(key) && find(key).isEmpty();
    }

    /** Whether no key was misspelt. */
    public boolean sound() {
        return misspelt.isEmpty();
    }

    /** The value of a key; empty where it is not there. */
    public Optional<SourceValue> find(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(SourceValue.Entry::value)
                .findFirst();
    }

    /** The text of a key; a number is taken as its text. */
    public Optional<String> text(String key) {
        return find(key).flatMap(found -> text(key, found, problems));
    }

    /**
     * The text of a value; a number is taken as its text. Empty, and a problem, where it is neither.
     *
     * @param key whose value it is, in the words of a problem
     */
    public static Optional<String> text(String key, SourceValue found, Problems problems) {
        if (found instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text) {
            return Optional.of(text.text());
        }
        if (found instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num) {
            return Optional.of(num.described());
        }
        if (!found.isUnknown()) {
            problems.add(
                    found.at(),
                    "wrong-type",
                    key + " must be a text, but is " + found.described(),
                    "write a text, in quotes if need be");
        }
        return Optional.empty();
    }

    /** Whether a key says true; {@code fallback} where it is not there, or, with a problem, says something else. */
    public boolean flag(String key, boolean fallback) {
        return find(key).map(found -> flag(key, found, fallback, problems)).orElse(fallback);
    }

    /** Whether the value of a key is true; {@code fallback} where it, with a problem, is something else. */
    public static boolean flag(String key, SourceValue found, boolean fallback, Problems problems) {
        if (found instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Flag flag) {
            return flag.flag();
        }
        if (!found.isUnknown()) {
            problems.add(
                    found.at(),
                    "wrong-type",
                    key + " must be true or false, but is " + found.described(),
                    "write " + key + ": " + !fallback + ", or leave it out");
        }
        return fallback;
    }

    /**
     * The texts of a list; a single one needs no brackets.
     *
     * @param example what the list may hold
     */
    public List<SourceValue.Scalar> texts(String key, String example) {
        List<SourceValue.Scalar> texts = new ArrayList<>();
        Optional<SourceValue> found = find(key);
        if (found.isEmpty()) {
            return texts;
        }
        List<SourceValue> items = found.get() instanceof SourceValue.Items list ? list.items() : List.of(found.get());
        for (SourceValue item : items) {
            if (item instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text) {
                texts.add(scalar);
            } else if (!item.isUnknown()) {
                problems.add(
                        item.at(),
                        "wrong-type",
                        key + " must be a list of texts, but this is " + item.described(),
                        "write " + key + ": [" + example + "]");
            }
        }
        return texts;
    }
}
