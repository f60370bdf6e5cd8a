package io.archmeter.spec;

import io.archmeter.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The models that come with the tool. An index says which file holds which model, so that loading one does not read them
 * all; it is made from the specs ({@code scripts/reports}), and a test holds it current.
 */
public final class Bundle {
    /** The index, beside the specs. */
    public static final String INDEX = "models.properties";

    private static final Map<String, String> FILES = readIndex();

    private Bundle() {}

    /** The names of the models, sorted. */
    public static Collection<String> names() {
        return FILES.keySet();
    }

    /** The file in which a model is written, below {@code specs}. */
    static Optional<String> fileOf(String model) {
        return Optional.ofNullable(FILES.get(model));
    }

    /** The models in the order of their names. Reads all specs, for their titles. */
    public static List<BundledModel> models() {
        Map<String, Spec> specs = new LinkedHashMap<>();
        List<BundledModel> models = new ArrayList<>();
        FILES.forEach((name, file) -> {
            Spec spec = specs.computeIfAbsent(file, path -> parse(path, new BundledLibrary()));
            models.add(new BundledModel(name, file, title(spec, name)));
        });
        return models;
    }

    /** The text of the index for the specs in a folder: each variant, and each spec without variants by its name. */
    public static String indexOf(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String file = path.getFileName().toString();
                Spec spec = parse(file, new FolderLibrary(folder, file));
                names(spec).forEach(name -> files.put(name, file));
            }
        }
        StringBuilder text = new StringBuilder("# Which file holds which bundled model; made by scripts/reports.\n");
        files.forEach((name, file) -> text.append(name).append('=').append(file).append('\n'));
        return text.toString();
    }

    private static Collection<String> names(Spec spec) {
        if (spec.layers().isEmpty()) {
            return List.of();
        }
        return spec.variants().isEmpty()
                ? List.of(spec.name())
                : spec.variants().keySet();
    }

    private static Spec parse(String path, Library library) {
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
