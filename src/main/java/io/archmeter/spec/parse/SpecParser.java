package io.archmeter.spec.parse;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.Block;
import io.archmeter.spec.Layer;
import io.archmeter.spec.Param;
import io.archmeter.spec.Spec;
import io.archmeter.spec.SpecWords;
import io.archmeter.spec.Variant;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.library.Library;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the entries of a file to a spec. */
public final class SpecParser {
    static final List<String> KEYS = List.of(
            "name",
            "title",
            "source",
            "input",
            "inputs",
            "params",
            "variants",
            "blocks",
            "imports",
            "layers",
            "outputs",
            "heads");

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
    public static Spec parse(String path, Library library, Problems problems) {
        Optional<SourceValue> located = SourceReader.read(library.read(path), problems);
        if (located.isEmpty()) {
            problems.throwIfAny();
        }
        return new SpecParser(problems).parse(located.orElseThrow(), path, library);
    }

    /** The keys of a file. */
    public static CheckedMapping keys(SourceValue located, Problems problems) {
        return CheckedMapping.of(
                "a spec", "input: and layers:, each on a line", located, KEYS, SpecWords.VOCABULARY, problems);
    }

    private Spec parse(SourceValue located, String path, Library library) {
        if (located.isNothing()) {
            problems.add(located.at(), "empty-file", "there is nothing in this file", "describe a model in it");
        }
        CheckedMapping entries = keys(located, problems);
        if (!(located instanceof SourceValue.Mapping)) {
            problems.throwIfAny();
        }
        BlockCollector collector = new BlockCollector(problems);
        collector.collect(entries, new SpecFile(library, path));
        Map<String, Block> blocks = collector.parse();
        RecursionCheck.check(blocks, problems);
        List<Param> params = entries.find("params")
                .map(found -> Params.ofModel(found, problems))
                .orElse(List.of());
        entries.text("source");
        LayerParser parser = new LayerParser(blocks, Optional.empty(), collector.complete(), problems);
        Optional<Layer.Sequence> layers = entries.find("layers").flatMap(found -> layers(found, parser));
        List<Layer> heads =
                entries.find("heads").map(found -> parser.entries("heads", found)).orElse(List.of()).stream()
                        .map(this::requireFrom)
                        .toList();
        return new Spec(
                located.at(),
                entries.text("name").orElseGet(() -> stem(path)),
                entries.text("title"),
                InputParser.parse(entries, problems),
                params,
                entries.find("variants").map(found -> variants(found, params)).orElse(Map.of()),
                blocks,
                layers,
                entries.find("outputs")
                        .map(found -> LayerReferences.of("outputs", found, parser, problems)
                                .references())
                        .orElse(List.of()),
                heads,
                entries.lacks("input") && entries.lacks("inputs"),
                entries.lacks("layers"));
    }

    private Optional<Layer.Sequence> layers(SourceValue located, LayerParser parser) {
        Layer.Sequence layers = parser.sequence("layers", located);
        if (!layers.layers().isEmpty()) {
            return Optional.of(layers);
        }
        problems.add(located.at(), "no-layers", "the model has no layers", "write at least one");
        return Optional.empty();
    }

    private Map<String, Variant> variants(SourceValue located, List<Param> params) {
        List<String> known = new ArrayList<>();
        params.forEach(param -> known.add(param.name()));
        known.add("title");
        Set<String> names = new HashSet<>(known);
        Map<String, Variant> variants = new LinkedHashMap<>();
        for (SourceValue.Entry entry :
                CheckedMapping.anyKeys("variants", "names with params: {small: {width: 32}}", located, problems)) {
            Map<String, Unevaluated> settings = new LinkedHashMap<>();
            Optional<String> title = Optional.empty();
            for (SourceValue.Entry setting :
                    CheckedMapping.anyKeys("a variant", "params with values: {width: 32}", entry.value(), problems)) {
                if (setting.key().equals("title")) {
                    title = CheckedMapping.text("title", setting.value(), problems);
                } else if (names.contains(setting.key())) {
                    settings.put(setting.key(), Unevaluated.of(setting.value(), problems));
                } else {
                    problems.add(
                            setting.keyAt(),
                            "unknown-param",
                            "the model has no param '" + Excerpt.of(setting.key()) + "'",
                            SpecWords.remedy(setting.key(), known));
                }
            }
            variants.put(entry.key(), new Variant(entry.key(), title, settings));
        }
        return variants;
    }

    private Layer requireFrom(Layer head) {
        if (!head.from().isEmpty() || !head.sound()) {
            return head;
        }
        problems.add(
                head.at(),
                "missing-argument",
                "a head needs the layer whose output it takes",
                "add from: and the name of a layer");
        return head.unsound();
    }

    private static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
