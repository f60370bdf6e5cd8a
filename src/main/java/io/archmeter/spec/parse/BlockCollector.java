package io.archmeter.spec.parse;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Block;
import io.archmeter.spec.Import;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Names;
import io.archmeter.spec.Param;
import io.archmeter.spec.SpecWords;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the blocks of a spec and of the files that it imports, and parses them. */
final class BlockCollector {
    private static final List<String> KEYS = List.of("params", "layers");
    private static final String EXAMPLE = "names with what they hold: {unit: {layers: [relu]}}";

    /** Imports may be nested as deep as layers. */
    private static final int MOST_IMPORTERS = 64;

    private record Raw(Span at, String name, SourceValue value, Optional<Import> imported) {}

    private final Problems problems;
    private final Map<String, Raw> raw = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    /** The files that a file imports, directly or through others. */
    private final Map<String, Set<String>> imports = new HashMap<>();

    private final Deque<String> importers = new ArrayDeque<>();
    private boolean complete = true;

    BlockCollector(Problems problems) {
        this.problems = problems;
    }

    /** Takes the blocks of a model's own file and of all that it imports. */
    void collect(CheckedMapping keys, SpecFile file) {
        collect(keys, file, Optional.empty());
    }

    /** @param entrance the import in the model's own file that leads here; empty in that file itself */
    private void collect(CheckedMapping keys, SpecFile file, Optional<Span> entrance) {
        importers.push(file.name());
        read.add(file.name());
        Set<String> all = imports.computeIfAbsent(file.name(), name -> new LinkedHashSet<>());
        for (SourceValue.Scalar imported : keys.texts("imports", "a.yaml, b.yaml")) {
            all.addAll(collect(imported, file, entrance.orElse(imported.at())));
        }
        Optional<Import> imported = entrance.map(at -> new Import(at, file.name(), names(keys.find("params")), all));
        keys.find("blocks").ifPresent(blocks -> take(blocks, imported));
        importers.pop();
    }

    private static Set<String> names(Optional<SourceValue> params) {
        Set<String> names = new LinkedHashSet<>();
        if (params.orElse(null) instanceof SourceValue.Mapping mapping) {
            mapping.entries().forEach(entry -> names.add(entry.key()));
        }
        return names;
    }

    /** Whether all imports could be read. */
    boolean complete() {
        return complete;
    }

    /** The file that is imported, and those that it imports. */
    private Set<String> collect(SourceValue.Scalar imported, SpecFile importer, Span entrance) {
        String written = ((PlainValue.Text) imported.value()).text();
        SpecFile file = importer.imported(written);
        String path = file.name();
        String relative = written.startsWith(BundledLibrary.PREFIX) ? file.path() : written;
        List<String> parts = List.of(relative.split("/", -1));
        boolean absolute = relative.startsWith("/") || relative.contains(":") || relative.contains("\\");
        boolean outside = absolute || parts.contains("..") || parts.contains(".") || parts.contains("");
        if (outside) {
            complete = false;
            problems.add(
                    imported.at(),
                    "import-outside",
                    "'" + written + "' is no path to a file in this folder or below",
                    "write a path such as blocks/inception.yaml, or " + BundledLibrary.PREFIX
                            + "blocks/basic_conv.yaml for a file that comes with archmeter");
        } else if (importers.contains(path)) {
            problems.add(
                    imported.at(),
                    "import-circle",
                    "the imports form a circle: " + circle(path),
                    "put what both need into a third file");
        } else if (importers.size() == MOST_IMPORTERS) {
            problems.add(
                    imported.at(),
                    "too-deep",
                    "files import each other more than " + MOST_IMPORTERS + " deep",
                    "let the model import what it needs itself");
        } else if (!read.contains(path)) {
            read(imported, file, entrance);
        }
        Set<String> files = new LinkedHashSet<>(imports.getOrDefault(path, Set.of()));
        files.add(path);
        return files;
    }

    /** The circle of imports, from a file on the way here back to itself. */
    private String circle(String path) {
        StringBuilder files = new StringBuilder(path);
        for (String importer : importers) {
            files.insert(0, importer + " → ");
            if (importer.equals(path)) {
                break;
            }
        }
        return files.toString();
    }

    private void read(SourceValue.Scalar imported, SpecFile file, Span entrance) {
        TextFile text;
        try {
            text = file.read();
        } catch (ProblemException failed) {
            complete = false;
            report(failed, imported.at(), file);
            return;
        }
        SourceReader.read(text, problems)
                .ifPresentOrElse(
                        located -> collect(SpecParser.keys(located, problems), file, Optional.of(entrance)),
                        () -> complete = false);
    }

    private void report(ProblemException failed, Span importedAt, SpecFile file) {
        for (Problem problem : failed.problems()) {
            boolean wholeFile = problem.place().line() == 0;
            boolean bundled =
                    problem.code().equals("missing-file") && BundleIndex.files().contains(file.path());
            problems.add(
                    wholeFile ? importedAt : problem.place(),
                    problem.code(),
                    wholeFile ? "cannot import " + file.name() + ": " + problem.fact() : problem.fact(),
                    bundled
                            ? problem.remedy() + "; or write " + BundledLibrary.PREFIX + file.path()
                                    + " for the file that comes with archmeter"
                            : problem.remedy());
        }
    }

    private void take(SourceValue blocks, Optional<Import> imported) {
        for (SourceValue.Entry entry : CheckedMapping.anyKeys("blocks", EXAMPLE, blocks, problems)) {
            Names.remedyOfKey(entry.key())
                    .ifPresent(remedy -> problems.add(
                            entry.keyAt(),
                            "wrong-name",
                            "'" + Excerpt.of(entry.key()) + "' cannot be the name of a block",
                            remedy));
            Raw first = raw.putIfAbsent(entry.key(), new Raw(entry.keyAt(), entry.key(), entry.value(), imported));
            if (first != null) {
                problems.add(
                        entry.keyAt(),
                        "duplicate-name",
                        "there is a block '" + entry.key() + "' already, at " + first.at(),
                        "give one of them another name");
            }
        }
    }

    /** The blocks by name, each with its layers. */
    Map<String, Block> parse() {
        Map<String, Block> signatures = new LinkedHashMap<>();
        Map<String, CheckedMapping> keys = new LinkedHashMap<>();
        raw.forEach((name, block) -> {
            keys.put(
                    name,
                    CheckedMapping.of(
                            "a block",
                            "layers: before the layers",
                            block.value(),
                            KEYS,
                            SpecWords.VOCABULARY,
                            problems));
            signatures.put(name, signature(block, keys.get(name)));
        });
        Map<String, Block> blocks = new LinkedHashMap<>();
        signatures.forEach((name, block) -> blocks.put(
                name, parse(block, keys.get(name), new LayerParser(signatures, block.imported(), complete, problems))));
        return blocks;
    }

    private Block signature(Raw block, CheckedMapping keys) {
        List<Param> params = keys.find("params")
                .map(located -> Params.ofBlock(located, problems))
                .orElse(List.of());
        boolean sound = keys.sound() && block.value() instanceof SourceValue.Mapping;
        return new Block(block.at(), block.name(), block.imported(), sound, params, new Layer.Sequence(List.of()));
    }

    private Block parse(Block block, CheckedMapping keys, LayerParser parser) {
        Layer.Sequence layers = keys.find("layers")
                .map(found -> parser.sequence("layers", found))
                .orElseGet(() -> new Layer.Sequence(List.of()));
        if (block.sound() && keys.lacks("layers")) {
            problems.add(block.at(), "no-layers", "block " + block.name() + " has no layers", "add layers:");
        }
        return new Block(block.at(), block.name(), block.imported(), block.sound(), block.params(), layers);
    }
}
