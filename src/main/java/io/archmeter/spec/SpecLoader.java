package io.archmeter.spec;

import io.archmeter.graph.Graph;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** From the name of a model to its graph. */
public final class SpecLoader {
    private SpecLoader() {}

    /**
     * Loads a model.
     *
     * @param reference a file, a variant in it ({@code specs/resnet.yaml#resnet50}) or the name of a bundled model
     * @throws ProblemException with all that is wrong with it
     */
    public static Graph load(String reference, LoadOptions options) {
        Optional<String> bundled = Bundle.fileOf(reference);
        if (bundled.isPresent() && !isFile(reference)) {
            return load(new BundledLibrary(), bundled.get(), Optional.of(reference), options);
        }
        int hash = isFile(reference) ? -1 : reference.lastIndexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        Optional<String> variant = hash < 0 ? Optional.empty() : Optional.of(reference.substring(hash + 1));
        if (!isFile(file) && !looksLikeFile(file)) {
            throw unknownModel(reference);
        }
        Path path = path(file);
        if (path.getFileName() == null) {
            return load(new FolderLibrary(path, ""), "", variant, options);
        }
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        String name = path.getFileName().toString();
        return load(new FolderLibrary(folder, name), name, variant, options);
    }

    private static Graph load(Library library, String path, Optional<String> variant, LoadOptions options) {
        Problems problems = new Problems();
        Spec spec = SpecParser.parse(path, library, problems);
        return new Instance(spec, variant, options, problems).graph();
    }

    private static boolean looksLikeFile(String reference) {
        return reference.matches("(?s).*([/\\\\]|\\.[A-Za-z]+$).*") || isDirectory(reference);
    }

    /** Whether there is such a file; a folder that bears the name of a bundled model does not hide it. */
    private static boolean isFile(String reference) {
        try {
            return Files.isRegularFile(Path.of(reference));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static boolean isDirectory(String reference) {
        try {
            return !reference.isEmpty() && Files.isDirectory(Path.of(reference));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException wrong) {
            throw new ProblemException(
                    Problem.at(Span.of(file), "missing-file", "no file can have this name", "give the path of a spec"));
        }
    }

    private static ProblemException unknownModel(String reference) {
        String remedy = Nearest.to(reference, Bundle.names())
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("give a file, or a name that 'archmeter list' shows");
        return new ProblemException(
                Problem.at(Span.of(reference), "unknown-model", "there is no such file or bundled model", remedy));
    }
}
