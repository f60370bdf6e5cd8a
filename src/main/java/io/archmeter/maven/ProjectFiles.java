package io.archmeter.maven;

import io.archmeter.git.GitFile;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files as a project names them, from its folder, in the names that a command takes, from where Maven runs.
 *
 * @param folder that of the project
 */
record ProjectFiles(Path folder) {
    private static final String REMEDY = "use another name";

    /**
     * A file that is read, as it is now or in a revision.
     *
     * @throws ProblemException where no file can have the name
     */
    String named(String name) {
        return GitFile.find(name)
                .map(file -> new GitFile(file.revision(), here(file.path())).name())
                .orElseGet(() -> here(name));
    }

    /**
     * A file that is written, with the format before it where one is named: {@code junit=target/check.xml}. Its folder is made, as Maven's
     * own is where nothing has been compiled.
     *
     * @throws ProblemException where no file can have the name, or its folder cannot be made
     */
    String written(String file) {
        int equals = file.indexOf('=');
        boolean format = equals > 0 && file.substring(0, equals).chars().allMatch(Character::isLetter);
        int start = format ? equals + 1 : 0;
        String name = file.substring(start);
        return file.substring(0, start) + (name.isBlank() ? name : withFolder(here(name)));
    }

    private String here(String name) {
        return fromHere(folder.resolve(FilePath.of(name, REMEDY))).toString();
    }

    /** Relative to the current folder where it lies in it: names are shorter so, and the same on every machine. */
    Path fromHere(Path path) {
        Path current = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        Path relative = absolute.startsWith(current) ? current.relativize(absolute) : absolute;
        boolean readAsArguments = relative.toString().startsWith("@");
        return readAsArguments ? Path.of(".").resolve(relative) : relative;
    }

    private static String withFolder(String name) {
        try {
            Files.createDirectories(Path.of(name).toAbsolutePath().resolve("..").normalize());
        } catch (IOException failure) {
            throw new ProblemException(Problem.at(
                    Span.of(name),
                    "no-such-folder",
                    "its folder cannot be made",
                    "name a file in a folder that you may write to"));
        }
        return name;
    }
}
