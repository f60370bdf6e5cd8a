package io.archmeter.budget.file;

import io.archmeter.budget.BudgetEntry;
import io.archmeter.budget.Forbidden;
import io.archmeter.budget.Level;
import io.archmeter.budget.Limit;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an entry of a budget: which models, and what they are held to. */
final class EntryReader {
    static final List<String> KEYS = List.of(
            "models",
            "except",
            "batch",
            "input",
            "dtype",
            "training",
            "optimizer",
            "set",
            "limits",
            "modules",
            "layers",
            "operators",
            "forbidden",
            "warn");

    /** The keys of limits, for an entry and for what only warns in it. */
    static final List<String> LIMITING = List.of("limits", "modules", "layers", "operators", "forbidden");

    /** What Linux takes for a path. */
    private static final int LONGEST_NAME = 4_096;

    private final boolean comparable;
    private final BudgetFolder folder;
    private final Problems problems;

    /**
     * @param comparable whether the file names a baseline
     * @param folder from which the names of files start
     */
    EntryReader(boolean comparable, BudgetFolder folder, Problems problems) {
        this.comparable = comparable;
        this.folder = folder;
        this.problems = problems;
    }

    BudgetEntry read(SourceValue located) {
        if (located.isNothing()) {
            problems.add(located.at(), "no-limit", "this entry is empty", "name models and limits, or remove the '-'");
        }
        CheckedMapping keys = CheckedMapping.of(
                "an entry", "'models: …', and 'limits: …' below it", located, KEYS, BudgetWords.IN_ENTRY, problems);
        if (located instanceof SourceValue.Mapping mapping) {
            requireParts(keys, mapping);
        }
        SettingsReader settings = new SettingsReader(keys, problems);
        List<Limit> limits = new ArrayList<>();
        List<Forbidden> forbidden = new ArrayList<>();
        limits(keys, Level.ERROR, limits, forbidden);
        keys.find("warn").map(this::warnings).ifPresent(warn -> limits(warn, Level.WARNING, limits, forbidden));
        return new BudgetEntry(
                located.at(),
                references(keys, "models"),
                references(keys, "except"),
                settings.read(),
                settings.places(),
                limits,
                forbidden);
    }

    /** Adds what some keys hold models to. */
    private void limits(CheckedMapping keys, Level level, List<Limit> limits, List<Forbidden> forbidden) {
        limits.addAll(new LimitsReader(comparable, level, folder, problems).read(keys));
        forbidden.addAll(forbidden(keys, level));
    }

    private CheckedMapping warnings(SourceValue located) {
        CheckedMapping keys =
                CheckedMapping.of("warn", "'limits: …' below it", located, LIMITING, BudgetWords.IN_WARN, problems);
        boolean readable = located instanceof SourceValue.Mapping || located.isNothing();
        if (readable && isSilent(keys, LIMITING) && hasOnly(located, LIMITING)) {
            problems.add(
                    located.at(),
                    "no-limit",
                    "there is nothing to warn of",
                    "write below it limits: {parameters: 25M}, or remove it");
        }
        return keys;
    }

    /** A key that nobody knows may be a limit that stands at the wrong place. */
    private static boolean hasOnly(SourceValue located, List<String> known) {
        return !(located instanceof SourceValue.Mapping mapping)
                || mapping.entries().stream().allMatch(each -> known.contains(each.key()));
    }

    private static boolean isSilent(CheckedMapping keys, List<String> limiting) {
        return limiting.stream()
                .allMatch(key ->
                        keys.find(key).filter(found -> !saysNothing(found)).isEmpty());
    }

    private void requireParts(CheckedMapping keys, SourceValue.Mapping entry) {
        Optional<SourceValue> models = keys.find("models");
        if (keys.lacks("models") || models.filter(EntryReader::saysNothing).isPresent()) {
            problems.add(
                    models.map(SourceValue::at).orElse(entry.at()),
                    "no-models",
                    "the entry names no models",
                    "name files or bundled models: models: specs/*.yaml");
        }
        if (isSilent(keys, LIMITING) && keys.find("warn").isEmpty() && hasOnly(entry, KEYS)) {
            problems.add(
                    entry.at(),
                    "no-limit",
                    "the entry holds its models to nothing",
                    "add limits: {parameters: 25M}, or remove the entry");
        }
    }

    /** Whether nothing is written there, or an empty list or mapping. */
    static boolean saysNothing(SourceValue found) {
        return found.isNothing()
                || found instanceof SourceValue.Items list && list.items().isEmpty()
                || found instanceof SourceValue.Mapping mapping
                        && mapping.entries().isEmpty();
    }

    private List<BudgetEntry.Reference> references(CheckedMapping keys, String key) {
        List<BudgetEntry.Reference> references = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (SourceValue.Scalar scalar : texts(keys, key, "specs/*.yaml, resnet50")) {
            String text = ((PlainValue.Text) scalar.value()).text().strip();
            if (text.isEmpty()) {
                problems.add(scalar.at(), "missing-value", "the name is empty", "name a file, or remove it");
            } else if (text.length() > LONGEST_NAME) {
                problems.add(
                        scalar.at(),
                        "name-too-long",
                        "the name '" + Excerpt.of(text) + "' has more than " + LONGEST_NAME + " characters",
                        "shorten it: '*' stands for any text");
            } else if (known.add(text)) {
                references.add(new BudgetEntry.Reference(text, scalar.at()));
            }
        }
        return references;
    }

    private List<Forbidden> forbidden(CheckedMapping keys, Level level) {
        List<Forbidden> forbidden = new ArrayList<>();
        for (SourceValue.Scalar scalar : texts(keys, "forbidden", "lrn, dropout")) {
            String kind = ((PlainValue.Text) scalar.value()).text();
            if (LimitsReader.isOperator(kind, scalar.at(), problems)) {
                forbidden.add(new Forbidden(kind, scalar.at(), level));
            }
        }
        return forbidden;
    }

    /** Where nothing is written behind a key, that is said elsewhere, or does no harm. */
    private static List<SourceValue.Scalar> texts(CheckedMapping keys, String key, String example) {
        return keys.find(key).filter(SourceValue::isNothing).isPresent() ? List.of() : keys.texts(key, example);
    }
}
