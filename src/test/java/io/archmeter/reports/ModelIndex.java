package io.archmeter.reports;

import io.archmeter.Archmeter;
import io.archmeter.analysis.CostReport;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problems;
import io.archmeter.source.SourceReader;
import io.archmeter.spec.Spec;
import io.archmeter.spec.Variant;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.FolderLibrary;
import io.archmeter.spec.parse.SpecParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of what comes with the tool, made from the specs in their folder: it is what the program reads in their place. */
final class ModelIndex {
    private static final Path SPECS = Path.of("specs");

    /** In the order in which they are listed; blocks are no models, and can be imported. */
    private static final List<String> FOLDERS = List.of("", "studies/", "examples/", "blocks/");

    private final List<String> lines = new ArrayList<>(List.of(String.join("\t", BundleIndex.COLUMNS)));

    private ModelIndex() {}

    static String text() throws IOException {
        ModelIndex index = new ModelIndex();
        for (String folder : FOLDERS) {
            for (String name : specs(SPECS.resolve(folder))) {
                index.add(folder + name);
            }
        }
        return String.join("\n", index.lines) + "\n";
    }

    private static List<String> specs(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void add(String file) {
        Problems problems = new Problems();
        FolderLibrary library = new FolderLibrary(SPECS, file);
        Spec spec = SpecParser.parse(file, library, problems);
        String source = SourceReader.read(library.read(file), problems)
                .flatMap(keys -> SpecParser.keys(keys, problems).text("source"))
                .orElse("");
        problems.throwIfAny();
        if (spec.layers().isEmpty()) {
            add("", file, spec.title().orElse(""), "", "", "", "", source);
        } else if (spec.variants().isEmpty()) {
            add(file.contains("/") ? file : spec.name(), file, file, spec, spec.title(), source);
        } else {
            for (Variant variant : spec.variants().values()) {
                String reference = file + "#" + variant.name();
                String name = file.contains("/") ? reference : variant.name();
                add(name, file, reference, spec, variant.title().or(spec::title), source);
            }
        }
    }

    private void add(String name, String file, String reference, Spec spec, Optional<String> title, String source) {
        CostReport report = Archmeter.load(SPECS.resolve(reference).toString()).analyze();
        add(
                name,
                file,
                spec.title().orElse(""),
                report.inputs().stream().map(ModelIndex::sample).collect(Collectors.joining(";")),
                text(Metric.PARAMETERS.of(report.total())),
                text(Metric.MULTIPLY_ADDS.of(report.total())),
                title.orElse(""),
                source);
    }

    private static String sample(Value input) {
        Shape shape = input.shape();
        return shape.axes().subList(1, shape.rank()).stream().map(Extent::text).collect(Collectors.joining("x"));
    }

    private static String text(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "";
    }

    private void add(String... values) {
        for (String value : values) {
            if (value.contains("\t") || value.contains("\n")) {
                throw new IllegalArgumentException("a value of the index takes no tab and no line break: " + value);
            }
        }
        lines.add(String.join("\t", values));
    }
}
