package io.archmeter.spec.load;

import io.archmeter.problem.ProblemException;
import io.archmeter.source.FilesRead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Specs and ONNX files that come through pipes: {@code -}, {@code /dev/stdin}, and {@code /dev/fd/63}, as a shell writes {@code <(…)}. A pipe can be read
 * once only, so what was read is kept.
 */
final class Pipes {
    private static final String STANDARD_INPUT = "-";

    /** Where POSIX systems have the streams of a process. */
    private static final String STREAMS = "/dev/";

    private final InputStream standardInput;
    private final Optional<PipeFormat> format;
    private final Map<String, ReadModel> read = new HashMap<>();

    /** @param format of what comes, as somebody says; empty where its beginning has to tell */
    Pipes(InputStream standardInput, Optional<PipeFormat> format) {
        this.standardInput = standardInput;
        this.format = format;
    }

    /** Whether a name is that of a pipe. */
    static boolean has(String name) {
        return name.equals(STANDARD_INPUT) || name.startsWith(STREAMS);
    }

    /**
     * What came through the one with a name.
     *
     * @throws ProblemException where nothing can be read, or no spec and no ONNX file was
     */
    ReadModel content(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private ReadModel read(String name) {
        FilesRead.add(Path.of(name.equals(STANDARD_INPUT) ? STREAMS + "stdin" : name));
        try (InputStream in = name.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(name))) {
            return ReadModel.of(in, name, format);
        } catch (IOException unreadable) {
            throw ReadModel.unreadable(name, unreadable);
        }
    }
}
