package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.located.FilesRead;
import io.archmeter.located.TextFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.LoadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Specs that come through a pipe: {@code -}, {@code /dev/stdin}, and {@code /dev/fd/63}, which is what a shell makes of {@code <(…)}. A
 * pipe can be read once only, so what was read is kept.
 */
final class StreamedModels {
    private static final String STANDARD_INPUT = "-";

    /** Where POSIX systems have the streams of a process. */
    private static final String STREAMS = "/dev/";

    private final InputStream standardInput;
    private final Optional<TextFile.Format> format;
    private final Map<String, TextFile> read = new HashMap<>();

    /** @param format as somebody says; empty where the text has to tell */
    StreamedModels(InputStream standardInput, Optional<TextFile.Format> format) {
        this.standardInput = standardInput;
        this.format = format;
    }

    /** Whether a reference to a model, with its variant or without, means a stream and no file. */
    static boolean isStream(String reference) {
        String name = name(reference);
        return name.equals(STANDARD_INPUT) || name.startsWith(STREAMS);
    }

    /**
     * Loads the model of a reference to a stream.
     *
     * @throws ProblemException with all that is wrong with it
     */
    Model load(String reference, LoadOptions options) {
        String name = name(reference);
        Optional<String> variant =
                name.equals(reference) ? Optional.empty() : Optional.of(reference.substring(name.length() + 1));
        return Archmeter.load(text(name), variant, options);
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
