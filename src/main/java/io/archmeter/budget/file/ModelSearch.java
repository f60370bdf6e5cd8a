package io.archmeter.budget.file;

import io.archmeter.budget.BudgetEntry;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.load.ModelPattern;
import io.archmeter.spec.load.SpecLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the models that the references of a budget mean. What is wrong with them is added to the problems. */
final class ModelSearch {
    private final BudgetFolder folder;
    /** What a pattern of files never means: the budget itself, and its baseline. */
    private final Set<Path> ownFiles;

    private final SearchWork work;
    private final Problems problems;
    /** Several references can name a file. */
    private final Map<Path, List<NamedModel>> models = new HashMap<>();

    private final List<Path> unusable = new ArrayList<>();

    ModelSearch(BudgetFolder folder, Set<Path> ownFiles, SearchWork work, Problems problems) {
        this.folder = folder;
        this.ownFiles = Set.copyOf(ownFiles);
        this.work = work;
        this.problems = problems;
    }

    /**
     * The models of a reference; there are none where a problem was added. A file that is taken out again need be no spec: it is not read,
     * and stands for all of its models.
     */
    List<NamedModel> find(BudgetEntry.Reference reference, List<ModelName> except) {
        String text = reference.text();
        if (BundleIndex.names().contains(text) && !folder.isFile(text)) {
            return List.of(new NamedModel(text, Optional.empty(), true, text));
        }
        if (text.startsWith(BundledLibrary.PREFIX) && !folder.isFile(text)) {
            return bundled(reference);
        }
        return ModelName.of(reference, folder, problems)
                .map(name -> find(name, reference, except))
                .orElse(List.of());
    }

    /** A pattern of files that come with the tool says so: one without that word is of files in the folder of the budget. */
    private List<NamedModel> bundled(BudgetEntry.Reference reference) {
        List<NamedModel> found = new ArrayList<>();
        try {
            for (String model : ModelPattern.models(reference.text())) {
                int hash = model.lastIndexOf('#');
                String file = hash < 0 ? model : model.substring(0, hash);
                found.add(new NamedModel(file, variant(model, file), true, model));
            }
        } catch (ProblemException wrong) {
            wrong.problems().forEach(problem -> noMatch(reference, problem.fact(), problem.remedy()));
        }
        return found;
    }

    private List<NamedModel> find(ModelName name, BudgetEntry.Reference reference, List<ModelName> except) {
        List<Path> files = files(name, reference);
        List<NamedModel> found = new ArrayList<>();
        for (Path file : files) {
            except.forEach(out -> work.compare(out.effort(), reference.place()));
            if (except.stream().anyMatch(out -> out.fitsAllOf(file, folder))) {
                found.add(new NamedModel(folder.name(file), Optional.empty(), false, folder.reference(file)));
                continue;
            }
            modelsIn(file).stream()
                    .filter(model -> name.fitsVariant(model.variant()))
                    .forEach(found::add);
        }
        if (found.isEmpty() && !files.isEmpty() && unusable.stream().noneMatch(files::contains)) {
            noneIn(files, name, reference);
        }
        return found;
    }

    private List<Path> files(ModelName name, BudgetEntry.Reference reference) {
        if (name.pattern().isPresent()) {
            return matching(name.pattern().get(), reference);
        }
        if (folder.isFile(name.file())) {
            return List.of(folder.path(name.file()).orElseThrow());
        }
        noFile(name.file(), reference);
        return List.of();
    }

    private List<Path> matching(FilePattern pattern, BudgetEntry.Reference reference) {
        Optional<Path> start = folder.path(pattern.folder());
        try {
            List<Path> files =
                    start
                            .map(from -> FileSearch.files(from, pattern, reference.place(), work))
                            .orElse(List.of())
                            .stream()
                            .filter(file -> !ownFiles.contains(file))
                            .sorted(Comparator.comparing(folder::name))
                            .toList();
            if (files.isEmpty()) {
                noMatch(
                        reference,
                        "no spec fits '" + Excerpt.of(reference.text()) + "'",
                        "check it: it starts from the folder of the budget, and a '*' stays in one folder");
            }
            return files;
        } catch (ProblemException failed) {
            failed.problems().forEach(problems::add);
            return List.of();
        }
    }

    private List<NamedModel> modelsIn(Path file) {
        if (!models.containsKey(file)) {
            models.put(file, read(file));
        }
        return models.get(file);
    }

    private List<NamedModel> read(Path file) {
        String reference = folder.reference(file);
        try {
            return SpecLoader.modelsIn(reference).stream()
                    .map(model -> new NamedModel(folder.name(file), variant(model, reference), false, model))
                    .toList();
        } catch (ProblemException wrong) {
            wrong.problems().forEach(problems::add);
            unusable.add(file);
            return List.of();
        }
    }

    private static Optional<String> variant(String model, String file) {
        return model.equals(file) ? Optional.empty() : Optional.of(model.substring(file.length() + 1));
    }

    private void noFile(String name, BudgetEntry.Reference reference) {
        Optional<Path> path = folder.path(name);
        if (path.filter(Files::isDirectory).isPresent()) {
            noMatch(reference, "this is a folder", "write " + name.replaceFirst("/$", "") + "/*.yaml");
            return;
        }
        String remedy = Nearest.to(name, BundleIndex.names())
                .or(() -> BundleIndex.files().contains(name)
                        ? Optional.of(BundledLibrary.PREFIX + name)
                        : Optional.empty())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .or(() -> path.map(TextFile::remedyForMissing))
                .orElse("check the name");
        noMatch(
                reference,
                "there is no such file in the folder of the budget, and no bundled model of this name",
                remedy);
    }

    private void noneIn(List<Path> files, ModelName name, BudgetEntry.Reference reference) {
        List<String> variants = files.stream()
                .flatMap(file -> modelsIn(file).stream())
                .flatMap(model -> model.variant().stream())
                .distinct()
                .toList();
        if (name.variant().isEmpty()) {
            noMatch(reference, "there are blocks only, and no model", "name a file that has layers:");
        } else if (variants.isEmpty()) {
            noMatch(reference, "there are no variants", "leave out the '#' and what follows it");
        } else {
            String variant = name.variant().get().pattern();
            noMatch(reference, "there is no variant '" + Excerpt.of(variant) + "'", Nearest.remedy(variant, variants));
        }
    }

    private void noMatch(BudgetEntry.Reference reference, String fact, String remedy) {
        problems.add(reference.place(), "no-match", fact, remedy);
    }
}
