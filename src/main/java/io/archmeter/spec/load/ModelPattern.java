package io.archmeter.spec.load;

import io.archmeter.pattern.Wildcard;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A word that stands for several models: a file for all of its variants, {@code vgg.yaml#*_bn}, {@code resnet*}, {@code examples/*}.
 */
public final class ModelPattern {
    private static final String GAP = "*";

    private ModelPattern() {}

    /**
     * The models that a word stands for.
     *
     * @param word a reference as {@link SpecLoader#load} takes it; one of a file without a variant stands for all variants, and {@code *} in
     *     a variant, in the name of a bundled model, or in that of a bundled file with its folder, for any text
     * @return references to one model each
     * @throws ProblemException where there is none, or the file cannot be read
     */
    public static List<String> models(String word) {
        return isFile(word) ? all(word, SpecLoader::modelsIn) : models(word, SpecLoader::modelsIn);
    }

    /**
     * The same for words that are no files.
     *
     * @param in the models of a file, as {@link SpecLoader#modelsIn(String)} has them
     */
    public static List<String> models(String word, Function<String, List<String>> in) {
        int hash = word.lastIndexOf('#');
        if (isOfBundledFiles(hash < 0 ? word : word.substring(0, hash))) {
            return inBundledFiles(word, hash, in);
        }
        String variant = word.substring(hash + 1);
        if (!variant.contains(GAP)) {
            return all(word, in);
        }
        if (hash < 0) {
            return fitting(word, variant, BundleIndex.names());
        }
        String file = word.substring(0, hash);
        List<String> names = all(file, in).stream()
                .filter(model -> model.startsWith(file + "#"))
                .map(model -> model.substring(file.length() + 1))
                .toList();
        return fitting(word, variant, names).stream()
                .map(name -> file + "#" + name)
                .toList();
    }

    /** Whether a pattern has what only files have; names of models have no folder. */
    private static boolean isOfBundledFiles(String file) {
        return file.contains(GAP) && (file.contains("/") || file.startsWith(BundledLibrary.PREFIX));
    }

    /** A file that has no such variant has no part in it. */
    private static List<String> inBundledFiles(String word, int hash, Function<String, List<String>> in) {
        String pattern = hash < 0 ? word : word.substring(0, hash);
        String prefix = pattern.startsWith(BundledLibrary.PREFIX) ? BundledLibrary.PREFIX : "";
        Wildcard files = new Wildcard(pattern.substring(prefix.length()));
        Wildcard variants = new Wildcard(hash < 0 ? GAP : word.substring(hash + 1));
        List<String> models = new ArrayList<>();
        for (String file : BundleIndex.files()) {
            if (files.fits(file)) {
                for (String model : in.apply(prefix + file)) {
                    int variant = model.lastIndexOf('#');
                    if (hash < 0 || variant >= 0 && variants.fits(model.substring(variant + 1))) {
                        models.add(model);
                    }
                }
            }
        }
        if (models.isEmpty()) {
            throw problem(
                    word,
                    "no-match",
                    "no file that comes with archmeter has a model that fits this",
                    "leave out the quotes, so that the shell finds your own files, or use a name that 'archmeter list' shows");
        }
        return models;
    }

    private static List<String> all(String word, Function<String, List<String>> in) {
        List<String> models = in.apply(word);
        if (models.isEmpty()) {
            throw problem(word, "no-models", "this file has blocks only, and no model", "name a file that has layers:");
        }
        return models;
    }

    private static List<String> fitting(String word, String pattern, Collection<String> names) {
        Wildcard wildcard = new Wildcard(pattern);
        List<String> fitting = names.stream().filter(wildcard::fits).toList();
        if (fitting.isEmpty()) {
            throw problem(
                    word,
                    "no-match",
                    "no model fits '" + Excerpt.of(pattern) + "'",
                    names.isEmpty()
                            ? "leave out the '#' and what follows it: the file has no variants"
                            : Nearest.remedy(pattern.replace(GAP, ""), names));
        }
        return fitting;
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static ProblemException problem(String word, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(word), code, fact, remedy));
    }
}
