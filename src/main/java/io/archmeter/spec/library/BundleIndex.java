package io.archmeter.spec.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What comes with the tool: which file holds which model, and what each costs, so that neither loading one nor listing all reads
 * the specs. It is made from the specs ({@code scripts/reports}), and a test holds it current.
 */
public final class BundleIndex {
    /** The index, beside the specs: a header, and a line for each model, with tabs between its values. */
    public static final String FILE = "models.tsv";

    /** What stands in each line. */
    public static final List<String> COLUMNS =
            List.of("name", "file", "family", "input", "parameters", "multiply_adds", "title", "source");

    private static final List<Entry> ENTRIES = read();

    private static final Map<String, String> MODELS = models(ENTRIES);

    private static final Set<String> FILES = files(ENTRIES);

    /**
     * A line, each value as it is written there.
     *
     * @param name by which the model is loaded; empty for a file of blocks, which is none
     * @param file below {@code specs}
     * @param family the title of the file
     * @param input one sample: {@code 3x224x224}; of several inputs with semicolons between
     * @param parameters empty where they are not known in full
     * @param multiplyAdds of one sample, without the heads that exist in training only; empty where they are not known in full
     * @param title one line about the model
     * @param source the paper that its file follows
     */
    public record Entry(
            String name,
            String file,
            String family,
            String input,
            String parameters,
            String multiplyAdds,
            String title,
            String source) {}

    private BundleIndex() {}

    /** All lines: models by their files, those of a file in its order; then studies, examples and blocks. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The names of the models, sorted; studies and examples are called by their files. */
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

    private static Map<String, String> models(List<Entry> entries) {
        Map<String, String> models = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.name().isEmpty() && entry.file().indexOf('/') < 0) {
                models.put(entry.name(), entry.file());
            }
        }
        return Collections.unmodifiableMap(models);
    }

    private static Set<String> files(List<Entry> entries) {
        Set<String> files = new TreeSet<>();
        for (Entry entry : entries) {
            files.add(entry.file());
        }
        return Collections.unmodifiableSet(files);
    }

    private static List<Entry> read() {
        String index = new String(BundledLibrary.resource(BundledLibrary.FOLDER + FILE), StandardCharsets.UTF_8);
        List<Entry> entries = new ArrayList<>();
        String[] lines = index.split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] values = lines[i].split("\t", COLUMNS.size());
            entries.add(
                    new Entry(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]));
        }
        return Collections.unmodifiableList(entries);
    }
}
