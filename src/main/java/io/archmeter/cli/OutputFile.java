package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.source.FilesRead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/** A file that an answer goes to: it holds all of it, or what it held before. What a command has read it does not replace. */
record OutputFile(String name) {
    /** What the name {@code -} stands for: POSIX, Utility Syntax Guideline 13. */
    static final OutputFile STANDARD_OUTPUT = new OutputFile("-");

    /** To open this anew would begin the file behind it anew, whatever stands in it already. */
    private static final OutputFile DEVICE_OF_STANDARD_OUTPUT = new OutputFile("/dev/stdout");

    /** From the name of it. */
    static final class Converter implements ITypeConverter<OutputFile> {
        @Override
        public OutputFile convert(String name) {
            OutputFile file = new OutputFile(name);
            if (!file.isStandardOutput()) {
                file.obstacle().ifPresent(obstacle -> {
                    throw new BadFile(obstacle);
                });
            }
            return file;
        }
    }

    boolean isStandardOutput() {
        return equals(STANDARD_OUTPUT) || equals(DEVICE_OF_STANDARD_OUTPUT);
    }

    /** What keeps it from being written, as far as that shows before any work. */
    Optional<Problem> obstacle() {
        Optional<Path> path = FilePath.find(name);
        if (path.isEmpty()) {
            Problem impossible = FilePath.impossible(name, "use another name");
            return Optional.of(
                    impossible.code().equals("missing-file")
                            ? problem("bad-file-name", "this is no name of a file", "use another name")
                            : impossible);
        }
        if (name.isBlank()) {
            return Optional.of(problem("bad-file-name", "the name is empty", "name a file"));
        }
        Path file;
        try {
            file = target(path.get());
        } catch (IOException unreachable) {
            return Optional.of(problem("no-such-folder", "its folder does not exist", "create the folder first"));
        }
        if (Files.isDirectory(file)) {
            return Optional.of(problem("is-a-folder", "this is a folder", "name a file in it"));
        }
        if (!Files.isDirectory(folder(file))) {
            return Optional.of(problem("no-such-folder", "its folder does not exist", "create the folder first"));
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            return Optional.of(problem(
                    "cannot-write", "the file may not be written", "change its permissions, or name another file"));
        }
        return Optional.empty();
    }

    /** @throws ProblemException where the command has read it: a spec, what it imports, a budget, a baseline, a report */
    void requireNoSource() {
        if (FilePath.find(name).filter(FilesRead::has).isPresent()) {
            throw new ProblemException(
                    problem("own-source", "the command reads this file, and would replace it", "name another file"));
        }
    }

    void write(Content text) {
        writeBytes(text.inUtf8());
    }

    /** Writes what is no source of the command. */
    void writeBytes(BinaryContent content) {
        requireNoSource();
        replace(content);
    }

    /** Writes what the command may have read, because it was to be replaced. */
    void replace(BinaryContent content) {
        try {
            Path target = target(Path.of(name));
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeDirectly(target, content);
            } else {
                Replacement.of(target, content);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new ProblemException(problem(
                    "cannot-write",
                    "the file could not be written: " + reason(failure),
                    "name a file in a folder that you may write to and that has room"));
        }
    }

    /** Where links lead, so that they stay and what they lead to is replaced; a pipe has no name that one could lead to. */
    private static Path target(Path path) throws IOException {
        boolean pipe = Files.exists(path) && !Files.isRegularFile(path);
        return pipe ? path : FilePath.real(path);
    }

    /** What is no regular file, e.g. a pipe, cannot be replaced. */
    private static void writeDirectly(Path file, BinaryContent content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        boolean named = cause instanceof FileSystemException system && system.getReason() != null;
        return named ? ((FileSystemException) cause).getReason() : String.valueOf(cause.getMessage());
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private Problem problem(String code, String fact, String remedy) {
        return Problem.at(Span.of(name.isBlank() ? "--output" : name), code, fact, remedy);
    }
}
