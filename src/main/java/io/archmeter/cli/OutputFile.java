package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/** A file that an answer goes to: it holds all of it, or what it held before. */
record OutputFile(String name) {
    /** What the name {@code -} stands for: POSIX, Utility Syntax Guideline 13. */
    static final OutputFile STANDARD_OUTPUT = new OutputFile("-");

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
        return equals(STANDARD_OUTPUT);
    }

    /** What keeps it from being written, as far as that shows before any work. */
    Optional<Problem> obstacle() {
        Path file;
        try {
            file = path();
        } catch (InvalidPathException invalid) {
            return problem("bad-file-name", "this is no name of a file", "use another name");
        }
        if (name.isBlank()) {
            return problem("bad-file-name", "the name is empty", "name a file");
        }
        if (Files.isDirectory(file)) {
            return problem("is-a-folder", "this is a folder", "name a file in it");
        }
        if (!Files.isDirectory(folder(file))) {
            return problem("no-such-folder", "its folder does not exist", "create the folder first");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            return problem(
                    "cannot-write", "the file may not be written", "change its permissions, or name another file");
        }
        return Optional.empty();
    }

    void write(Content text) {
        writeBytes(text.inUtf8());
    }

    void writeBytes(BinaryContent content) {
        try {
            Path target = target();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeDirectly(target, content);
            } else {
                replace(target, content);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new ProblemException(problem(
                            "cannot-write",
                            "the file could not be written: " + reason(failure),
                            "name a file in a folder that you may write to and that has room")
                    .orElseThrow());
        }
    }

    /** Through links, so that the file they lead to is replaced and not they; a pipe has no name that one could lead to. */
    private Path target() throws IOException {
        return Files.isRegularFile(path()) ? path().toRealPath() : path();
    }

    private static void replace(Path target, BinaryContent content) throws IOException {
        Path temporary = folder(target)
                .resolve("." + target.getFileName() + "."
                        + ProcessHandle.current().pid() + ".tmp");
        try {
            writeDirectly(temporary, content);
            if (Files.exists(target)) {
                keepPermissions(target, temporary);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What is no regular file, e.g. {@code /dev/stdout}, cannot be replaced. */
    private static void writeDirectly(Path file, BinaryContent content) throws IOException {
        try (OutputStream out = Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        try {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        } catch (UnsupportedOperationException windows) {
            // There the folder decides.
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        boolean named = cause instanceof FileSystemException system && system.getReason() != null;
        return named ? ((FileSystemException) cause).getReason() : String.valueOf(cause.getMessage());
    }

    private Path path() {
        return Path.of(name);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private Optional<Problem> problem(String code, String fact, String remedy) {
        return Optional.of(Problem.at(Span.of(name.isBlank() ? "--output" : name), code, fact, remedy));
    }
}
