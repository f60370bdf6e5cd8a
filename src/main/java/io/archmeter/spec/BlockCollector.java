package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers the blocks of a spec and of the files that it imports, and parses them. */
final class BlockCollector {
    private record Raw(Span at, String name, KnownKeys entries, boolean own) {}

    private final Library library;
    private final Problems problems;
    private final Map<String, Raw> raw = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Deque<String> importers = new ArrayDeque<>();

    BlockCollector(Library library, Problems problems) {
        this.library = library;
        this.problems = problems;
    }

    /**
     * Takes the blocks of a file and of all that it imports.
     *
     * @param path of the file within the library
     */
    void collect(KnownKeys file, String path) {
        importers.push(path);
        read.add(path);
        for (Located.Scalar imported : file.texts("imports")) {
            collect(imported, path);
        }
        file.find("blocks").ifPresent(this::take);
        importers.pop();
    }

    private void collect(Located.Scalar imported, String importer) {
        String written = ((Value.Text) imported.value()).text();
        String path = importer.substring(0, importer.lastIndexOf('/') + 1) + written;
        List<String> parts = List.of(written.split("/", -1));
        boolean absolute = written.startsWith("/") || written.contains(":") || written.contains("\\");
        if (absolute || parts.contains("..") || parts.contains(".") || parts.contains("")) {
            problems.add(
                    imported.at(),
                    "import-outside",
                    "'" + written + "' is no path to a file in this folder or below",
                    "write a path such as blocks/inception.yaml");
        } else if (importers.contains(path)) {
            problems.add(
                    imported.at(),
                    "import-circle",
                    "the imports form a circle: "
                            + importers.stream().collect(Collectors.joining(" is imported by ")) + " is imported by "
                            + path,
                    "put what both need into a third file");
        } else if (!read.contains(path)) {
            read(imported, path);
        }
    }

    private void read(Located.Scalar imported, String path) {
        try {
            LocatedReader.read(library.read(path), problems)
                    .ifPresent(located -> collect(KnownKeys.of("a spec", located, SpecParser.KEYS, problems), path));
        } catch (ProblemException failed) {
            for (Problem problem : failed.problems()) {
                boolean wholeFile = problem.place().line() == 0;
                problems.add(
                        wholeFile ? imported.at() : problem.place(),
                        problem.code(),
                        wholeFile ? "cannot import " + path + ": " + problem.fact() : problem.fact(),
                        problem.remedy());
            }
        }
    }

    private void take(Located blocks) {
        for (Located.Entry entry : KnownKeys.anyKeys("blocks", blocks, problems)) {
            if (!Names.isVariable(entry.key()) || Names.isTaken(entry.key())) {
                problems.add(
                        entry.keyAt(),
                        "wrong-name",
                        "'" + entry.key() + "' cannot be the name of a block",
                        "use letters, digits and '_', and no word of the language and no operator");
            }
            KnownKeys parts = KnownKeys.of("a block", entry.value(), List.of("params", "layers"), problems);
            Raw first = raw.putIfAbsent(entry.key(), new Raw(entry.keyAt(), entry.key(), parts, importers.size() == 1));
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
        raw.forEach((name, block) -> signatures.put(name, signature(block)));
        Map<String, Block> blocks = new LinkedHashMap<>();
        raw.forEach((name, block) -> blocks.put(name, parse(block, signatures)));
        return blocks;
    }

    private Block signature(Raw block) {
        List<Param> params = block.entries()
                .find("params")
                .map(located -> Params.ofBlock(located, problems))
                .orElse(List.of());
        return new Block(block.at(), block.name(), block.own(), params, new Layer.Sequence(List.of()));
    }

    private Block parse(Raw block, Map<String, Block> signatures) {
        LayerParser parser = new LayerParser(signatures.keySet(), signatures, problems);
        Layer.Sequence layers = block.entries()
                .find("layers")
                .map(parser::sequence)
                .orElseGet(() -> {
                    problems.add(block.at(), "no-layers", "block " + block.name() + " has no layers", "add layers:");
                    return new Layer.Sequence(List.of());
                });
        return new Block(
                block.at(),
                block.name(),
                block.own(),
                signatures.get(block.name()).params(),
                layers);
    }
}
