package io.archmeter.spec.load;

import io.archmeter.git.GitFile;
import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Spec;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.expand.SpecAdjustables;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.library.FolderLibrary;
import io.archmeter.spec.library.GitLibrary;
import io.archmeter.spec.library.Library;
import io.archmeter.spec.library.TextLibrary;
import io.archmeter.spec.parse.SpecParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From the name of a model to its graph. */
public final class SpecLoader {
    /**
     * What the name of a model stands for.
     *
     * @param library where the file and what it imports are read from
     * @param path of the file in it
     */
    private record Reference(Library library, String path, Optional<String> variant) {
        static Reference of(GitFile file, Optional<String> variant) {
            return new Reference(new GitLibrary(file), file.fileName(), variant);
        }

        static Reference of(Path file, Optional<String> variant) {
            return file.getFileName() == null
                    ? new Reference(new FolderLibrary(file, ""), "", variant)
                    : new Reference(
                            FolderLibrary.around(file), file.getFileName().toString(), variant);
        }

        /** @param name of a file that comes with the tool, with a variant or without */
        static Reference bundled(String name) {
            int hash = name.lastIndexOf('#');
            return new Reference(
                    new BundledLibrary(),
                    hash < 0 ? name : name.substring(0, hash),
                    hash < 0 ? Optional.empty() : Optional.of(name.substring(hash + 1)));
        }

        Spec parse(Problems problems) {
            return SpecParser.parse(path, library, problems);
        }
    }

    private SpecLoader() {}

    /**
     * Loads a model.
     *
     * @param reference a file, a variant in it ({@code specs/resnet.yaml#resnet50}), either as it is in a revision ({@code
     *     git:HEAD~1:specs/resnet.yaml#resnet50}) or as it comes with the tool ({@code archmeter:resnet.yaml#resnet50}), or the name
     *     of a bundled model
     * @throws ProblemException with all that is wrong with it
     */
    public static Graph load(String reference, LoadOptions options) {
        if (OnnxModels.is(reference)) {
            return OnnxModels.graph(reference, options);
        }
        Optional<Graph> flat = isFile(reference) ? Optional.empty() : FlatBundle.graph(reference, options);
        return flat.isPresent()
                ? flat.get()
                : BundledPlaces.explained(() -> {
                    Reference found = find(reference);
                    Problems problems = new Problems();
                    Spec spec = found.parse(problems);
                    return ModelInstantiation.graph(spec, found.variant(), options, problems);
                });
    }

    /**
     * Loads a model out of a text that lies in no folder; what it imports lies in the working folder.
     *
     * @param variant empty for the model as it is written
     * @throws ProblemException with all that is wrong with it
     */
    public static Graph load(TextFile text, Optional<String> variant, LoadOptions options) {
        return BundledPlaces.explained(() -> {
            Problems problems = new Problems();
            Spec spec = SpecParser.parse(text.name(), TextLibrary.of(text), problems);
            return ModelInstantiation.graph(spec, variant, options, problems);
        });
    }

    /**
     * What can be loaded by a name: each variant of a file, or the file as a whole where it has none; else the model of that name. A
     * file of blocks holds no model.
     *
     * @param reference as {@link #load} takes it
     * @return references as {@link #load} takes them
     * @throws ProblemException with all that is wrong with the file
     */
    public static List<String> modelsIn(String reference) {
        if (OnnxModels.is(reference) || !isFile(reference) && FlatBundle.has(reference)) {
            return List.of(reference);
        }
        Reference found = find(reference);
        return found.variant().isPresent() ? List.of(reference) : modelsIn(reference, found::parse);
    }

    /**
     * The same of a text that lies in no folder.
     *
     * @return what {@link #modelsIn(String)} would return for a file of its name
     */
    public static List<String> modelsIn(TextFile text) {
        return modelsIn(text.name(), problems -> SpecParser.parse(text.name(), TextLibrary.of(text), problems));
    }

    private static List<String> modelsIn(String reference, Function<Problems, Spec> parse) {
        Problems problems = new Problems();
        Spec spec = parse.apply(problems);
        problems.throwIfAny();
        if (spec.layers().isEmpty() && !spec.blocks().isEmpty()) {
            return List.of();
        }
        return spec.variants().isEmpty()
                ? List.of(reference)
                : spec.variants().keySet().stream()
                        .map(variant -> reference + "#" + variant)
                        .toList();
    }

    /**
     * What can be said of a model from outside, and what holds now.
     *
     * @param reference as {@link #load} takes it
     * @throws ProblemException with all that is wrong with it
     */
    public static List<Adjustable> adjustables(String reference, LoadOptions options) {
        if (OnnxModels.is(reference)) {
            return OnnxModels.adjustables(reference, options);
        }
        Reference found = find(reference);
        return adjustables(load(reference, options), found::parse, found.variant(), options);
    }

    /** The same of a text that lies in no folder. */
    public static List<Adjustable> adjustables(TextFile text, Optional<String> variant, LoadOptions options) {
        return adjustables(
                load(text, variant, options),
                problems -> SpecParser.parse(text.name(), TextLibrary.of(text), problems),
                variant,
                options);
    }

    private static List<Adjustable> adjustables(
            Graph graph, Function<Problems, Spec> parse, Optional<String> variant, LoadOptions options) {
        Problems problems = new Problems();
        Spec spec = parse.apply(problems);
        problems.throwIfAny();
        List<Adjustable> all = new ArrayList<>(SpecAdjustables.inputs(graph));
        all.addAll(SpecAdjustables.params(spec, variant, options));
        return all;
    }

    /**
     * The text of the spec in which a model is written. What one that comes with the tool imports is named so that a copy of it finds it
     * too.
     *
     * @param reference as {@link #load} takes it
     * @throws ProblemException where there is none
     */
    public static String text(String reference) {
        if (OnnxModels.is(reference)) {
            throw new ProblemException(Problem.at(
                    Span.of(reference),
                    "no-text",
                    "this is an ONNX file, and no text",
                    "'archmeter convert " + reference + " -o model.yaml' writes a spec of it"));
        }
        Reference found = find(reference);
        TextFile text = found.library().read(found.path());
        return found.library() instanceof BundledLibrary ? BundledPlaces.copyable(text) : text.text();
    }

    private static Reference find(String reference) {
        // The index is not read on the way of files.
        Optional<String> bundled = FlatBundle.couldBeName(reference) ? BundleIndex.fileOf(reference) : Optional.empty();
        if (bundled.isPresent() && !isFile(reference)) {
            return new Reference(new BundledLibrary(), bundled.get(), Optional.of(reference));
        }
        if (reference.startsWith(BundledLibrary.PREFIX)) {
            return Reference.bundled(reference.substring(BundledLibrary.PREFIX.length()));
        }
        Optional<GitFile> revision = GitFile.find(reference);
        if (revision.isPresent()) {
            GitFile file = revision.get();
            int hash = file.path().lastIndexOf('#');
            return hash < 0
                    ? Reference.of(file, Optional.empty())
                    : Reference.of(
                            new GitFile(file.revision(), file.path().substring(0, hash)),
                            Optional.of(file.path().substring(hash + 1)));
        }
        int hash = isFile(reference) ? -1 : reference.lastIndexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        if (!isFile(file) && BundleIndex.files().contains(file)) {
            return Reference.bundled(reference);
        }
        if (!isFile(file) && !looksLikeFile(file)) {
            throw unknownModel(reference);
        }
        return Reference.of(path(file), hash < 0 ? Optional.empty() : Optional.of(reference.substring(hash + 1)));
    }

    private static boolean looksLikeFile(String reference) {
        return reference.matches("(?s).*([/\\\\]|\\.[A-Za-z]+$).*") || isDirectory(reference);
    }

    /** Whether there is such a file; a folder that bears the name of a bundled model does not hide it. */
    private static boolean isFile(String reference) {
        return FilePath.find(reference).filter(Files::isRegularFile).isPresent();
    }

    private static boolean isDirectory(String reference) {
        return !reference.isEmpty()
                && FilePath.find(reference).filter(Files::isDirectory).isPresent();
    }

    private static Path path(String file) {
        return FilePath.of(file, "give the path of a spec");
    }

    private static ProblemException unknownModel(String reference) {
        String remedy = Nearest.to(reference, BundleIndex.names())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("give a file, or a name that 'archmeter list' shows");
        return new ProblemException(
                Problem.at(Span.of(reference), "unknown-model", "there is no such file or bundled model", remedy));
    }
}
