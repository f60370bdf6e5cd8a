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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks for the files that fit a pattern. As in shells, files and folders whose name begins with a dot are passed over; links
 * to folders are not followed, for they can lead in a circle.
 */
final class FileSearch extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final FilePattern pattern;
    private final Span at;
    private final SearchWork work;
    private final List<Path> found = new ArrayList<>();
    /** What is wrong, sorted: a folder is listed in another order on each machine, and the first is said. */
    private final SortedSet<Path> unreadable = new TreeSet<>();

    private final SortedSet<Path> leadingOut = new TreeSet<>();

    private FileSearch(Path folder, FilePattern pattern, Span at, SearchWork work) {
        this.folder = folder;
        this.pattern = pattern;
        this.at = at;
        this.work = work;
    }

    /**
     * The files whose names end as those of specs do, in no order.
     *
     * @param folder the one of the pattern
     * @param at where the pattern is written
     * @param work to which is added what the search takes
     * @throws ProblemException where there is too much to look through, or something cannot be read
     */
    static List<Path> files(Path folder, FilePattern pattern, Span at, SearchWork work) {
        FileSearch search = new FileSearch(folder, pattern, at, work);
        work.search();
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, Set.of(), pattern.depth(), search);
            } catch (IOException halfWay) {
                search.unreadable.add(folder);
            }
        }
        search.throwIfAny();
        return search.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visitedFolder, BasicFileAttributes attributes) {
        work.visit(pattern, at);
        return isHidden(visitedFolder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        work.visit(pattern, at);
        if (!isHidden(file) && isSpec(file) && pattern.fits(folder.relativize(file)) && Files.isRegularFile(file)) {
            if (attributes.isSymbolicLink() && leadsOut(file)) {
                leadingOut.add(file);
            }
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Who may add links to a repository is not to see what else is on the machine: a problem quotes what it is about. */
    private boolean leadsOut(Path link) {
        try {
            return !link.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return true;
        }
    }

    /** What is gone since its folder was listed is no part of it. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        unreadable.add(file);
        return FileVisitResult.CONTINUE;
    }

    private void throwIfAny() {
        if (!unreadable.isEmpty()) {
            throw new ProblemException(Problem.at(
                    at,
                    "unreadable-folder",
                    "'" + unreadable.first() + "' cannot be looked through",
                    "give permission to read it, or write a pattern that leaves it out"));
        }
        if (!leadingOut.isEmpty()) {
            throw new ProblemException(Problem.at(
                    at,
                    "outside-folder",
                    "'" + leadingOut.first() + "' is a link, and leads out of the folder that the pattern begins with",
                    "copy the file into the folder, or name the link itself"));
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
