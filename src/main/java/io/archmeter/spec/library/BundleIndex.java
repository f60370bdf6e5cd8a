package io.archmeter.spec.library;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which file holds which of the specs that come with the tool, so that loading one does not read them all. It is made from the
 * specs ({@code scripts/reports}), and a test holds it current.
 */
public final class BundleIndex {
    /** The index, beside the specs. */
    public static final String FILE = "models.properties";

    /** By what they are called; a file of blocks, which is no model, by its path. */
    private static final Map<String, String> INDEXED = read();

    private static final Map<String, String> MODELS = models(INDEXED);

    private static final Set<String> FILES = Collections.unmodifiableSet(new TreeSet<>(INDEXED.values()));

    private BundleIndex() {}

    /** The names of the models, sorted. */
    public static Collection<String> names() {
        return MODELS.keySet();
    }

    /** The paths of all files, sorted: {@code resnet.yaml}, {@code blocks/basic_conv.yaml}. */
    public static Collection<String> files() {
        return FILES;
    }

    /** The file in which a model is written, below {@code specs}. */
    public static Optional<String> fileOf(String model) {
        return Optional.ofNullable(MODELS.get(model));
    }

    private static Map<String, String> models(Map<String, String> indexed) {
        Map<String, String> models = new TreeMap<>(indexed);
        models.keySet().removeIf(name -> name.contains("/"));
        return Collections.unmodifiableMap(models);
    }

    private static Map<String, String> read() {
        Map<String, String> files = new TreeMap<>();
        String index = new String(BundledLibrary.resource(BundledLibrary.FOLDER + FILE), StandardCharsets.UTF_8);
        for (String line : index.split("\n")) {
            if (!line.startsWith("#")) {
                int equals = line.indexOf('=');
                files.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return files;
    }
}
