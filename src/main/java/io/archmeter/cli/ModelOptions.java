package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Attempts;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.load.ModelSources;
import io.archmeter.spec.load.PipeFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a model is loaded with, in place of what its spec says. */
final class ModelOptions {
    /** What MODEL stands for: a file, a variant in it, either of a revision, or a bundled name. */
    static final String MODEL =
            "a file, file#variant, git:REV:file, - for standard input, or a name from 'archmeter list'";

    /** What one of several MODELs stands for: maybe several itself. */
    static final String MODELS = MODEL + "; a file stands for all its variants, and * in a name for any text";

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = WholeNumbers.FromOne.class,
            description = "samples that pass at once (default: 1)")
    private Optional<Long> batch = Optional.empty();

    @Option(
            names = "--input",
            paramLabel = "SHAPE",
            converter = InputShapes.Converter.class,
            description = "shape of one sample, C×H×W, e.g. 3x227x227; of several inputs NAME=SHAPE,…")
    private InputShapes input = InputShapes.NONE;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            converter = Setting.Converter.class,
            description = "a param of the spec; may be repeated")
    private List<Setting> settings = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description = "how standard input is read: yaml, json or onnx (default: as it begins)")
    private Optional<PipeFormat> from = Optional.empty();

    @Option(
            names = "--bind",
            paramLabel = "NAME=SIZE",
            converter = Setting.Converter.class,
            split = ",",
            description = "of an ONNX file: a size that it leaves open, NAME or INPUT.AXIS, or the shape of a value")
    private List<Setting> bindings = new ArrayList<>();

    @Option(names = "--all-nodes", description = "of an ONNX file: nodes that only make shapes are layers too")
    private boolean allNodes;

    Optional<Long> batch() {
        return batch;
    }

    /**
     * The shape of the only input.
     *
     * @throws ProblemException where inputs are named, which what is recorded has no place for
     */
    Optional<Shape> onlyInput() {
        if (!input.named().isEmpty()) {
            throw new ProblemException(Problem.at(
                    Span.of("--input"),
                    "ambiguous-input",
                    "models are compared with the shape of their only input, and not of one by its name",
                    "write the shapes into the specs, or leave out --input"));
        }
        return input.only();
    }

    Map<String, String> set() {
        return Setting.map("--set", settings);
    }

    ModelSources sources(Console console) {
        return new ModelSources(console.in(), from);
    }

    /** Loads a model with them. */
    Model load(String reference, Console console) {
        return load(reference, sources(console));
    }

    /** The same out of sources that were looked at. */
    Model load(String reference, ModelSources sources) {
        return loadEach(List.of(reference), new Attempts(), sources).get(0);
    }

    /** Loads all models that some words stand for; what is wrong with any is said together. */
    List<Model> load(List<String> words, Console console) {
        ModelSources sources = sources(console);
        Attempts attempts = new Attempts();
        List<String> references = new ArrayList<>();
        for (String word : words) {
            attempts.at(() -> sources.models(word)).ifPresent(references::addAll);
        }
        return loadEach(references, attempts, sources);
    }

    /** As they are given to whoever loads a model. */
    LoadOptions options() {
        return new LoadOptions(batch.orElse(1L), input.only(), input.named(), set(), Map.of())
                .binding(Setting.map("--bind", bindings), allNodes);
    }

    private List<Model> loadEach(List<String> references, Attempts attempts, ModelSources sources) {
        LoadOptions options = options();
        List<Model> models = new ArrayList<>();
        for (String reference : references) {
            attempts.at(() -> sources.model(reference, options))
                    .map(found -> new Model(found.graph(), found.batched()))
                    .ifPresent(models::add);
        }
        attempts.throwIfAny();
        return models;
    }
}
