package io.archmeter.budget.file;

import io.archmeter.budget.Budget;
import io.archmeter.budget.BudgetEntry;
import io.archmeter.budget.UnloadedModel;
import io.archmeter.git.GitFile;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a budget to the models that it is about. */
public final class BudgetedModels {
    private final BudgetFolder folder;
    private final Problems problems = new Problems();
    private final SearchWork work = new SearchWork();
    private final ModelSearch search;
    private final Map<String, BudgetedModelBuilder> drafts = new LinkedHashMap<>();

    private BudgetedModels(Budget budget) {
        this.folder = BudgetFolder.of(budget.file());
        Set<Path> ownFiles = new HashSet<>();
        ownFiles.add(Path.of(budget.file()).toAbsolutePath().normalize());
        budget.baseline()
                .map(BudgetEntry.Reference::text)
                .map(name -> GitFile.find(name).map(GitFile::path).orElse(name))
                .flatMap(folder::path)
                .ifPresent(ownFiles::add);
        this.search = new ModelSearch(folder, ownFiles, work, problems);
    }

    /**
     * The models that a budget names, each with all that it is held to, in the order in which they are named first; those of
     * one pattern in the order of their names.
     *
     * @throws io.archmeter.problem.ProblemException where a name means nothing, a spec cannot be read, or limits conflict
     */
    public static List<UnloadedModel> of(Budget budget) {
        BudgetedModels subjects = new BudgetedModels(budget);
        budget.entries().forEach(subjects::add);
        subjects.problems.throwIfAny();
        return subjects.drafts.values().stream()
                .map(BudgetedModelBuilder::subject)
                .toList();
    }

    private void add(BudgetEntry entry) {
        Map<BudgetEntry.Reference, ModelName> except = new LinkedHashMap<>();
        for (BudgetEntry.Reference reference : entry.except()) {
            ModelName.of(reference, folder, problems).ifPresent(name -> except.put(reference, name));
        }
        Map<NamedModel, BudgetEntry.Reference> models = new LinkedHashMap<>();
        for (BudgetEntry.Reference reference : entry.models()) {
            search.find(reference, List.copyOf(except.values())).forEach(model -> models.putIfAbsent(model, reference));
        }
        if (models.isEmpty()) {
            return;
        }
        takeOut(except, models);
        if (models.isEmpty()) {
            problems.add(
                    entry.place(), "no-match", "except takes out all models of the entry", "leave some, or remove it");
        }
        models.forEach((model, reference) -> {
            String key = entry.settings().keyOf(model.model());
            drafts.computeIfAbsent(key, first -> new BudgetedModelBuilder(model, entry, reference.place()))
                    .add(entry, problems);
        });
    }

    private void takeOut(Map<BudgetEntry.Reference, ModelName> except, Map<NamedModel, BudgetEntry.Reference> models) {
        List<NamedModel> all = List.copyOf(models.keySet());
        except.forEach((reference, name) -> models.keySet().removeAll(meant(name, all, reference)));
    }

    private List<NamedModel> meant(ModelName name, List<NamedModel> all, BudgetEntry.Reference reference) {
        all.forEach(model -> work.compare(name.effort(), reference.place()));
        List<NamedModel> meant =
                all.stream().filter(model -> name.fits(model, folder)).toList();
        if (meant.isEmpty()) {
            List<String> names = all.stream().map(NamedModel::model).toList();
            problems.add(
                    reference.place(),
                    "no-match",
                    "'" + Excerpt.of(reference.text()) + "' is none of the models of the entry",
                    Nearest.to(reference.text(), names)
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("remove it"));
        }
        return meant;
    }
}
