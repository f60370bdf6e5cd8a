package io.archmeter.budget.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for the files that fit a pattern. As in shells, files and folders whose name begins with a dot are passed over; links
 * to folders are not followed, for they can lead in a circle.
 */
final class FileSearch extends SimpleFileVisitor<Path> {
    /** A repository of models has hundreds; who meets as many as this looks in the wrong folder. */
    private static final int MOST_VISITED = 100_000;

    private final Path folder;
    private final FilePattern pattern;
    private final Span at;
    private final int most;
    private final List<Path> found = new ArrayList<>();
    private int visited;

    private FileSearch(Path folder, FilePattern pattern, Span at, int most) {
        this.folder = folder;
        this.pattern = pattern;
        this.at = at;
        this.most = most;
    }

    /**
     * The files whose names end as those of specs do, in no order.
     *
     * @param folder the one of the pattern
     * @param at where the pattern is written
     * @throws ProblemException where there is too much to look through, or something cannot be read
     */
    static List<Path> files(Path folder, FilePattern pattern, Span at) {
        return files(folder, pattern, at, MOST_VISITED);
    }

    /** @param most files and folders that are looked at */
    static List<Path> files(Path folder, FilePattern pattern, Span at, int most) {
        FileSearch search = new FileSearch(folder, pattern, at, most);
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, Set.of(), pattern.depth(), search);
            } catch (IOException halfWay) {
                throw search.unreadable(folder);
            }
        }
        return search.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visitedFolder, BasicFileAttributes attributes) {
        count();
        return isHidden(visitedFolder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        count();
        if (!isHidden(file) && isSpec(file) && pattern.fits(folder.relativize(file)) && Files.isRegularFile(file)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** What is gone since its folder was listed is no part of it. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw unreadable(file);
    }

    private ProblemException unreadable(Path file) {
        return new ProblemException(Problem.at(
                at,
                "unreadable-folder",
                "'" + file + "' cannot be looked through",
                "give permission to read it, or write a pattern that leaves it out"));
    }

    private void count() {
        visited++;
        if (visited > most) {
            throw new ProblemException(Problem.at(
                    at,
                    "too-many-files",
                    "there are more than " + most + " files and folders to look through",
                    "begin the pattern with the folder of the specs: specs/**/*.yaml"));
        }
    }

    private boolean isHidden(Path file) {
        return !file.equals(folder) && file.getFileName().toString().startsWith(".");
    }

    private static boolean isSpec(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
