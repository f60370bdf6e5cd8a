package io.archmeter.spec.library;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder of the file system.
 *
 * @param spec the file in it that was asked for, which may be a symbolic link to anywhere
 */
public record FolderLibrary(Path folder, String spec) implements Library {
    /** The folder of a spec. */
    public static FolderLibrary around(Path spec) {
        Path parent = spec.getParent();
        return new FolderLibrary(
                parent == null ? Path.of("") : parent, spec.getFileName().toString());
    }

    @Override
    public TextFile read(String path) {
        Path file = folder.resolve(FilePath.of(path, "write the path of a file"));
        if (!path.equals(spec)) {
            refuseOutside(file);
        }
        return TextFile.read(file, file.toString());
    }

    /** A symbolic link may lead out of the folder; files that are not there are somebody else's problem. */
    private void refuseOutside(Path file) {
        try {
            Path root = (folder.toString().isEmpty() ? Path.of(".") : folder).toRealPath();
            if (!file.toRealPath().startsWith(root)) {
                throw new ProblemException(Problem.at(
                        Span.of(file.toString()),
                        "import-outside",
                        "the file lies outside of the folder of the spec",
                        "copy it into the folder"));
            }
        } catch (IOException missing) {
            // TextFile says what is wrong with the file, in more words than this exception has.
        }
    }
}
