package io.archmeter.spec;

import io.archmeter.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the entries of a file to a spec. */
final class SpecParser {
    static final List<String> KEYS =
            List.of("name", "title", "source", "input", "params", "variants", "blocks", "imports", "layers", "heads");

    private final Problems problems;

    private SpecParser(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a spec and the blocks that it imports. What is wrong with them is added to the problems.
     *
     * @param path of the file within the library
     * @throws io.archmeter.problem.ProblemException where there is nothing that could be parsed
     */
    static Spec parse(String path, Library library, Problems problems) {
        Optional<Located> located = LocatedReader.read(library.read(path), problems);
        if (located.isEmpty()) {
            problems.throwIfAny();
        }
        return new SpecParser(problems).parse(located.orElseThrow(), path, library);
    }

    private Spec parse(Located located, String path, Library library) {
        KnownKeys entries = KnownKeys.of("a spec", located, KEYS, problems);
        BlockCollector collector = new BlockCollector(library, problems);
        collector.collect(entries, path);
        Map<String, Block> blocks = collector.parse();
        RecursionCheck.check(blocks, problems);
        List<Param> params = entries.find("params")
                .map(found -> Params.ofModel(found, problems))
                .orElse(List.of());
        entries.text("source");
        LayerParser parser = new LayerParser(blocks.keySet(), blocks, problems);
        Optional<Layer.Sequence> layers = entries.find("layers").map(parser::sequence);
        List<Layer> heads = entries.find("heads").map(parser::entries).orElse(List.of());
        heads.forEach(this::requireFrom);
        return new Spec(
                located.at(),
                entries.text("name").orElseGet(() -> stem(path)),
                entries.text("title"),
                entries.find("input").map(found -> Written.of(found, problems)),
                params,
                entries.find("variants").map(found -> variants(found, params)).orElse(Map.of()),
                blocks,
                layers,
                heads);
    }

    private Map<String, Variant> variants(Located located, List<Param> params) {
        List<String> names = params.stream().map(Param::name).toList();
        Map<String, Variant> variants = new LinkedHashMap<>();
        for (Located.Entry entry : KnownKeys.anyKeys("variants", located, problems)) {
            Map<String, Variant.Setting> settings = new LinkedHashMap<>();
            List<String> known = new java.util.ArrayList<>(names);
            known.add("title");
            KnownKeys own = KnownKeys.of("the variant", entry.value(), known, problems);
            for (String name : names) {
                own.find(name)
                        .ifPresent(value ->
                                settings.put(name, new Variant.Setting(value.at(), Written.of(value, problems))));
            }
            variants.put(entry.key(), new Variant(entry.keyAt(), entry.key(), own.text("title"), settings));
        }
        return variants;
    }

    private void requireFrom(Layer head) {
        if (head.from().isEmpty()) {
            problems.add(
                    head.at(),
                    "missing-argument",
                    "a head needs the layer whose output it takes",
                    "add from: and the name of a layer");
        }
    }

    private static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
