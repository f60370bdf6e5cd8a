package io.archmeter.spec.load;

import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilesRead;
import io.archmeter.source.TextFile;
import io.archmeter.spec.LoadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Where models come from: files, what comes with the tool, and pipes, which are {@code -}, {@code /dev/stdin}, and {@code /dev/fd/63}, as a
 * shell writes {@code <(…)}. A pipe can be read once only, so what was read is kept.
 */
public final class ModelSources {
    private static final String STANDARD_INPUT = "-";

    /** Where POSIX systems have the streams of a process. */
    private static final String STREAMS = "/dev/";

    private final InputStream standardInput;
    private final Optional<TextFile.Format> format;
    private final Map<String, TextFile> read = new HashMap<>();

    /** Files, and what comes with the tool: no pipes. */
    public static ModelSources ofFiles() {
        return new ModelSources(InputStream.nullInputStream(), Optional.empty());
    }

    /** @param format of what comes through a pipe, as somebody says; empty where the text has to tell */
    public ModelSources(InputStream standardInput, Optional<TextFile.Format> format) {
        this.standardInput = standardInput;
        this.format = format;
    }

    /**
     * The models that a word stands for.
     *
     * @return references to one model each
     * @throws ProblemException where there is none, or the source cannot be read
     */
    public List<String> models(String word) {
        return isPipe(word)
                ? ModelPattern.models(
                        word,
                        reference -> isName(reference) ? SpecLoader.modelsIn(text(reference)) : List.of(reference))
                : ModelPattern.models(word);
    }

    /**
     * Loads one model.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public Graph graph(String reference, LoadOptions options) {
        return isPipe(reference)
                ? SpecLoader.load(text(name(reference)), variant(reference), options)
                : SpecLoader.load(reference, options);
    }

    /**
     * What can be said of one model from outside, and what holds now.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public List<Adjustable> adjustables(String reference, LoadOptions options) {
        return isPipe(reference)
                ? SpecLoader.adjustables(text(name(reference)), variant(reference), options)
                : SpecLoader.adjustables(reference, options);
    }

    private static Optional<String> variant(String reference) {
        return isName(reference)
                ? Optional.empty()
                : Optional.of(reference.substring(name(reference).length() + 1));
    }

    /**
     * A network, and the same with another batch, where that does not follow from its layers alone.
     */
    public record Found(Graph graph, Optional<LongFunction<Graph>> batched) {}

    /** Whether a reference names an ONNX file. */
    public static boolean isOnnx(String reference) {
        return OnnxModels.is(reference);
    }

    /** Loads one model as {@link #graph} does. */
    public Found model(String reference, LoadOptions options) {
        return OnnxModels.is(reference) && !isPipe(reference)
                ? OnnxModels.found(reference, options)
                : new Found(graph(reference, options), Optional.empty());
    }

    private static boolean isPipe(String reference) {
        String name = name(reference);
        return name.equals(STANDARD_INPUT) || name.startsWith(STREAMS);
    }

    /** Whether there is no variant. */
    private static boolean isName(String reference) {
        return name(reference).equals(reference);
    }

    private static String name(String reference) {
        int hash = reference.lastIndexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    private TextFile text(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private TextFile read(String name) {
        TextFile.Bound bound = TextFile.Bound.OF_SPECS;
        FilesRead.add(Path.of(name.equals(STANDARD_INPUT) ? STREAMS + "stdin" : name));
        try (InputStream in = name.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(bound.bytes() + 1);
            return TextFile.of(name, bytes, format.orElseGet(() -> formatOf(bytes)), bound);
        } catch (IOException unreadable) {
            throw new ProblemException(Problem.at(
                    Span.of(name),
                    "unreadable-file",
                    "nothing can be read from this: " + unreadable.getMessage(),
                    "write a spec to it, or name a file"));
        }
    }

    /** What begins like an object of JSON, with a brace and a quote, can be read as either. */
    private static TextFile.Format formatOf(byte[] bytes) {
        int brace = next(bytes, 0);
        boolean object = brace < bytes.length && bytes[brace] == '{';
        int quote = object ? next(bytes, brace + 1) : bytes.length;
        return quote < bytes.length && bytes[quote] == '"' ? TextFile.Format.JSON : TextFile.Format.YAML;
    }

    private static int next(byte[] bytes, int begin) {
        int i = begin;
        while (i < bytes.length && Character.isWhitespace(bytes[i])) {
            i++;
        }
        return i;
    }
}
