package io.archmeter.budget.file;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for all specs of models below a folder. */
final class SpecSearch {
    private static final FilePattern EVERYWHERE = FilePattern.parse("**/*");

    /** Where builds of Java, Python and JavaScript put copies of files, and files of others. */
    private static final Set<String> NOT_OURS = Set.of("target", "build", "dist", "out", "venv", "node_modules");

    /** What every model has, and hardly another file together. */
    private static final Set<String> KEYS_OF_MODELS = Set.of("input", "layers");

    private SpecSearch() {}

    /**
     * The files that describe models, soundly or not, by their names from the folder and in the order of these.
     *
     * @param at where problems are said
     */
    static List<String> in(BudgetFolder folder, Span at) {
        return FileSearch.files(folder.absolute(), EVERYWHERE, at, new SearchWork()).stream()
                .filter(file -> isOurs(folder.absolute().relativize(file)) && describesAModel(file))
                .map(folder::name)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static boolean isOurs(Path way) {
        for (Path part : way) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean describesAModel(Path file) {
        try {
            TextFile text = TextFile.read(file, file.toString());
            return SourceReader.read(text, new Problems())
                    .filter(SourceValue.Mapping.class::isInstance)
                    .map(SourceValue.Mapping.class::cast)
                    .filter(mapping -> keys(mapping).containsAll(KEYS_OF_MODELS))
                    .isPresent();
        } catch (ProblemException noText) {
            return false;
        }
    }

    private static Set<String> keys(SourceValue.Mapping mapping) {
        return mapping.entries().stream().map(SourceValue.Entry::key).collect(Collectors.toSet());
    }
}
