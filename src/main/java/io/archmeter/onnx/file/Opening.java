package io.archmeter.onnx.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilesRead;
import io.archmeter.source.TextFile;
import java.io.IOException;
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
            throw TextFile.unreadable(name, e);
        }
    }

    static ProblemException refused(String name, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, remedy));
    }
}
