package io.archmeter.git;

import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a repository, by the names that they have in every copy of it: from its root, with {@code /} on every system. Its
 * root is found without git, which need not be there.
 *
 * @param root absolute
 */
public record WorkingTree(Path root) {
    /** The folder of a repository; in a linked working tree and in a submodule a file that says where that folder is. */
    private static final String MARK = ".git";

    public WorkingTree {
        if (!root.isAbsolute()) {
            throw new IllegalArgumentException("the root of a working tree is absolute: " + root);
        }
    }

    /** The working tree in which a folder is; empty where it is in none. */
    public static Optional<WorkingTree> of(Path folder) {
        Path above = folder.toAbsolutePath().normalize();
        while (above != null && Files.notExists(above.resolve(MARK))) {
            above = above.getParent();
        }
        return Optional.ofNullable(above).map(WorkingTree::new);
    }

    /** The working tree in which a file is; the current folder where it is in none. */
    public static WorkingTree around(String file) {
        Path here = Path.of("").toAbsolutePath();
        return path(file).map(Path::getParent).flatMap(WorkingTree::of).orElseGet(() -> new WorkingTree(here));
    }

    /**
     * The name of a file from the root, or, where the file is elsewhere, its absolute path. A file of a revision has the name that it has
     * there; what can be no file stays as it is.
     *
     * @param file as it is reached from the current folder
     */
    public String nameOf(String file) {
        Optional<Path> path = path(file);
        return path.flatMap(this::below)
                .map(WorkingTree::joined)
                .orElseGet(() -> path.map(Path::toString).orElse(file));
    }

    private static Optional<Path> path(String file) {
        try {
            String here = GitFile.find(file).map(GitFile::path).orElse(file);
            return Optional.of(Path.of(here).toAbsolutePath().normalize());
        } catch (InvalidPathException | ProblemException noFile) {
            return Optional.empty();
        }
    }

    /** The way from the root; through what both really are, where a link leads to one of them. */
    private Optional<Path> below(Path file) {
        if (file.startsWith(root)) {
            return Optional.of(root.relativize(file));
        }
        try {
            Path realRoot = root.toRealPath();
            Path realFile = file.toRealPath();
            return realFile.startsWith(realRoot) ? Optional.of(realRoot.relativize(realFile)) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static String joined(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
