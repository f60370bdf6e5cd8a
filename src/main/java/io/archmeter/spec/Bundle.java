package io.archmeter.spec;

import io.archmeter.located.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The specs that come with the tool: models, studies and blocks. An index says which file holds which, so that loading one does not read
 * them all; it is made from the specs ({@code scripts/reports}), and a test holds it current.
 */
public final class Bundle {
    /** The index, beside the specs. */
    public static final String INDEX = "models.properties";

    /** Files of models that show one thing, and are called by their files. */
    static final String STUDIES = "studies/";

    /** By what they are called; a file of blocks, which is no model, by its path. */
    private static final Map<String, String> INDEXED = readIndex();

    private static final Map<String, String> MODELS = models(INDEXED);

    private static final Set<String> FILES = Collections.unmodifiableSet(new TreeSet<>(INDEXED.values()));

    private Bundle() {}

    /** The names of the models, sorted. */
    public static Collection<String> names() {
        return MODELS.keySet();
    }

    /** The paths of all files, sorted: {@code resnet.yaml}, {@code blocks/basic_conv.yaml}. */
    public static Collection<String> files() {
        return FILES;
    }

    /** The file in which a model is written, below {@code specs}. */
    static Optional<String> fileOf(String model) {
        return Optional.ofNullable(MODELS.get(model));
    }

    /** The models in the order of their names. Reads their specs, for their titles. */
    public static List<BundledModel> models() {
        return FILES.stream()
                .filter(file -> !file.contains("/"))
                .flatMap(Bundle::in)
                .sorted(Comparator.comparing(BundledModel::name))
                .toList();
    }

    /** The models of studies, in the order of their files. Reads their specs, for their titles. */
    public static List<BundledModel> studies() {
        return FILES.stream()
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
                    Nearest.to(word, names())
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

    private static Map<String, String> models(Map<String, String> indexed) {
        Map<String, String> models = new TreeMap<>(indexed);
        models.keySet().removeIf(name -> name.contains("/"));
        return Collections.unmodifiableMap(models);
    }

    private static Map<String, String> readIndex() {
        Properties index = new Properties();
        try (InputStream stream = Bundle.class.getResourceAsStream("/" + BundledLibrary.FOLDER + INDEX)) {
            index.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, String> files = new TreeMap<>();
        index.forEach((name, file) -> files.put((String) name, (String) file));
        return files;
    }
}
