package io.archmeter.spec.load;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Spec;
import io.archmeter.spec.Variant;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.library.Library;
import io.archmeter.spec.parse.SpecParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The specs that come with the tool: models and studies, with their titles. */
public final class Bundle {
    /** Files of models that show one thing, and are called by their files. */
    static final String STUDIES = "studies/";

    private Bundle() {}

    /** The models in the order of their names. Reads their specs, for their titles. */
    public static List<BundledModel> models() {
        return BundleIndex.files().stream()
                .filter(file -> !file.contains("/"))
                .flatMap(Bundle::in)
                .sorted(Comparator.comparing(BundledModel::name))
                .toList();
    }

    /** The models of studies, in the order of their files. Reads their specs, for their titles. */
    public static List<BundledModel> studies() {
        return BundleIndex.files().stream()
                .filter(file -> file.startsWith(STUDIES))
                .flatMap(Bundle::in)
                .toList();
    }

    /**
     * Models, family by family, and after them studies, that have all of some words in their name, file or title.
     *
     * @throws ProblemException where there are none
     */
    public static List<BundledModel> having(List<String> words) {
        List<BundledModel> all = new ArrayList<>(models());
        all.sort(Comparator.comparing(BundledModel::file));
        all.addAll(studies());
        List<BundledModel> having = all.stream()
                .filter(model -> words.stream().allMatch(model::has))
                .toList();
        if (having.isEmpty()) {
            String word = String.join(" ", words);
            throw new ProblemException(Problem.at(
                    Span.of("archmeter list"),
                    "no-match",
                    "nothing that comes with archmeter has '" + Excerpt.of(word) + "' in its name, file or title",
                    Nearest.to(word, BundleIndex.names())
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("'archmeter list' shows all")));
        }
        return having;
    }

    private static Stream<BundledModel> in(String file) {
        Spec spec = parse(file, new BundledLibrary());
        return BundleFiles.names(spec, file).stream()
                .map(name -> new BundledModel(name, file, title(spec, name.substring(name.indexOf('#') + 1))));
    }

    /**
     * The text of the index for the specs in a folder: each variant, and each spec without variants by its name; those of studies
     * after their file.
     */
    public static String indexOf(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("# Which file holds which bundled model; made by scripts/reports.\n");
        BundleFiles.index(folder)
                .forEach((name, file) ->
                        text.append(name).append('=').append(file).append('\n'));
        return text.toString();
    }

    static Spec parse(String path, Library library) {
        Problems problems = new Problems();
        Spec spec = SpecParser.parse(path, library, problems);
        problems.throwIfAny();
        return spec;
    }

    private static String title(Spec spec, String name) {
        return Optional.ofNullable(spec.variants().get(name))
                .flatMap(Variant::title)
                .or(spec::title)
                .orElse("");
    }
}
