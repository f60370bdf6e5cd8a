package io.archmeter.budget.file;

import io.archmeter.budget.Budget;
import io.archmeter.budget.BudgetEntry;
import io.archmeter.git.GitFile;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.FilePath;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From the text of a budget file to what it says. */
public final class BudgetFile {
    static final List<String> KEYS = List.of("baseline", "budgets");

    private static final String EXAMPLE = "budgets:, and below it '- models: …' with 'limits: {parameters: 25M}'";

    private final TextFile text;
    private final Problems problems = new Problems();

    private BudgetFile(TextFile text) {
        this.text = text;
    }

    /**
     * Reads a budget.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public static Budget read(String file) {
        return read(TextFile.read(FilePath.of(file, "give the path of a budget"), file));
    }

    /** The budget that a text is. */
    static Budget read(TextFile text) {
        return new BudgetFile(text).budget();
    }

    private Budget budget() {
        Optional<SourceValue> located = SourceReader.read(text, problems);
        if (located.isEmpty()) {
            problems.throwIfAny();
        }
        Budget budget = budget(located.orElseThrow());
        problems.throwIfAny();
        return budget;
    }

    private Budget budget(SourceValue located) {
        CheckedMapping keys = CheckedMapping.of("a budget", EXAMPLE, located, KEYS, BudgetWords.IN_FILE, problems);
        Optional<BudgetEntry.Reference> baseline = keys.find("baseline").flatMap(this::baseline);
        boolean comparable = !keys.lacks("baseline");
        List<BudgetEntry> entries = new ArrayList<>();
        for (SourceValue entry : entries(keys, located)) {
            entries.add(new EntryReader(comparable, BudgetFolder.of(text.name()), problems).read(entry));
        }
        return new Budget(text.name(), baseline, entries);
    }

    private List<SourceValue> entries(CheckedMapping keys, SourceValue located) {
        Optional<SourceValue> found = keys.find("budgets");
        if (found.isEmpty() || found.get().isNothing()) {
            boolean readable = located instanceof SourceValue.Mapping || located.isNothing();
            if (readable && (found.isPresent() || keys.lacks("budgets"))) {
                problems.add(found.orElse(located).at(), "no-budgets", "the file limits nothing", "write " + EXAMPLE);
            }
            return List.of();
        }
        if (found.get() instanceof SourceValue.Items list && !list.items().isEmpty()) {
            return list.items();
        }
        if (!found.get().isUnknown()) {
            problems.add(
                    found.get().at(),
                    "no-budgets",
                    "budgets must be a list of entries, but is "
                            + (found.get() instanceof SourceValue.Items
                                    ? "empty"
                                    : found.get().described()),
                    "begin each entry with '- models: …'");
        }
        return List.of();
    }

    private Optional<BudgetEntry.Reference> baseline(SourceValue located) {
        Optional<String> name = CheckedMapping.text("baseline", located, problems);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!name.get().toLowerCase(Locale.ROOT).endsWith(".json")) {
            problems.add(
                    located.at(),
                    "unknown-format",
                    "a baseline is a JSON file, but this is '" + Excerpt.of(name.get()) + "'",
                    "let the name end in .json");
            return Optional.empty();
        }
        try {
            GitFile.find(name.get());
        } catch (ProblemException wrong) {
            problems.add(
                    located.at(),
                    "wrong-git-reference",
                    "'" + Excerpt.of(name.get()) + "' is no file of a revision",
                    "write git:REVISION:PATH, e.g. git:main:b.json: the path starts from the folder of the budget");
            return Optional.empty();
        }
        if (!GitFile.isMeantBy(name.get()) && BudgetFolder.of(text.name()).leaves(name.get())) {
            problems.add(
                    located.at(),
                    "outside-folder",
                    "the baseline '" + Excerpt.of(name.get()) + "' would lie outside of the folder of the budget",
                    "name a file in it: 'archmeter baseline' writes there");
            return Optional.empty();
        }
        return Optional.of(new BudgetEntry.Reference(name.get(), located.at()));
    }
}
