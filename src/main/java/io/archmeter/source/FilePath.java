package io.archmeter.source;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns names into paths, where a path can have the name. */
public final class FilePath {
    /** What stands for what Java could not read of the command line. */
    private static final char LOST = '\uFFFD';

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private FilePath() {}

    /**
     * The path of a name.
     *
     * @param remedy what to do where no file can have the name
     * @throws ProblemException where no file can have the name, or Java could not open it
     */
    public static Path of(String name, String remedy) {
        return find(name).orElseThrow(() -> new ProblemException(impossible(name, remedy)));
    }

    /** The path of a name; empty where no file can have it. */
    public static Optional<Path> find(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    /**
     * Where a file really lies, or would lie if it were written: all links followed, also those that lead to nothing yet.
     *
     * @throws IOException where links lead in a circle, or a folder cannot be looked at
     */
    public static Path real(Path file) throws IOException {
        return real(file.toAbsolutePath(), MOST_LINKS);
    }

    private static Path real(Path file, int links) throws IOException {
        Path parent = file.getParent();
        if (parent == null || Files.exists(file)) {
            return file.toRealPath();
        }
        Path folder = real(parent, links);
        if (!Files.isSymbolicLink(file)) {
            return folder.resolve(file.getFileName()).normalize();
        }
        if (links == 0) {
            throw new FileSystemLoopException(file.toString());
        }
        return real(folder.resolve(Files.readSymbolicLink(file)), links - 1);
    }

    /** Why nothing is found in the current folder: it is gone, or Java cannot name it; empty where there is another reason. */
    public static Optional<Problem> missingCurrentFolder() {
        String name = System.getProperty("user.dir");
        boolean there = find(name).filter(Files::isDirectory).isPresent();
        return there
                ? Optional.empty()
                : Optional.of(Problem.at(
                        Span.of(name),
                        "no-current-folder",
                        "the current folder is gone, or the locale of this process, with "
                                + charsetOfNames().name() + ", has not all letters of its name",
                        "go to another folder, or set a locale that has them, e.g. by LC_ALL=C.UTF-8"));
    }

    /** Why there is no such path. In a locale such as C, Java has no bytes for letters beyond ASCII, neither to read them nor to write them. */
    public static Problem impossible(String name, String remedy) {
        Charset charset = charsetOfNames();
        return charset.newEncoder().canEncode(name.replace(LOST, '?')) && name.indexOf(LOST) < 0
                ? Problem.at(Span.of(name), "missing-file", "no file can have this name", remedy)
                : Problem.at(
                        Span.of(name),
                        "locale-without-letters",
                        "the locale of this process, with " + charset.name() + ", has not all letters of this name",
                        "set one that has them, e.g. by LC_ALL=C.UTF-8");
    }

    /** Java 17 has no public name for the charset in which it passes names of files to the system. */
    private static Charset charsetOfNames() {
        String name = System.getProperty("sun.jnu.encoding", "");
        return !name.isEmpty()
                        && Charset.isSupported(name)
                        && Charset.forName(name).canEncode()
                ? Charset.forName(name)
                : Charset.defaultCharset();
    }
}
