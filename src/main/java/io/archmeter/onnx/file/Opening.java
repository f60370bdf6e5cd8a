package io.archmeter.onnx.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilesRead;
import io.archmeter.source.TextFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file, or says why it cannot be opened. */
final class Opening {
    private Opening() {}

    /**
     * Maps the bytes of a file.
     *
     * @throws ProblemException where there is none, or it cannot be read
     */
    static FileBytes open(Path path, String name) {
        if (Files.notExists(path)) {
            throw refused(name, "missing-file", "there is no such file", TextFile.remedyForMissing(path));
        }
        if (Files.isDirectory(path)) {
            throw refused(name, "directory", "this is a directory", "name one of the files in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // Only a file has bytes that can be mapped, and opening a pipe waits until somebody writes into it.
            throw refused(name, "no-regular-file", "this is a pipe or a device", "save what comes from it as a file");
        }
        FilesRead.add(path);
        try {
            return FileBytes.map(path);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Apart from {@link #open}, because a test cannot take permissions away from the superuser. */
    static ProblemException unreadable(String name, IOException reason) {
        return reason instanceof AccessDeniedException
                ? refused(name, "unreadable-file", "there is no permission to read this file", "give read permission")
                : refused(
                        name,
                        "unreadable-file",
                        "the file cannot be read: " + reason.getMessage(),
                        "check the disk and the path");
    }

    private static ProblemException refused(String name, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, remedy));
    }
}
