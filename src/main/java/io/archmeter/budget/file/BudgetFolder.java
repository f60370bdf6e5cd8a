package io.archmeter.budget.file;

import io.archmeter.source.FilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder that the names in a budget start from.
 *
 * @param shown as it is reached from where the command runs; empty for that folder itself
 * @param absolute the same
 */
record BudgetFolder(Path shown, Path absolute) {
    /** The folder of a budget file. */
    static BudgetFolder of(String budget) {
        Path parent = Path.of(budget).getParent();
        Path shown = parent == null ? Path.of("") : parent;
        return new BudgetFolder(shown, shown.toAbsolutePath().normalize());
    }

    /** The path of a name, absolute; empty where no file can have it. */
    Optional<Path> path(String name) {
        return FilePath.find(name).map(path -> absolute.resolve(path).normalize());
    }

    /** Whether a name leads out of the folder, by its dots or through links. */
    boolean leaves(String name) {
        Optional<Path> file = path(name);
        try {
            return file.isPresent() && !FilePath.real(file.get()).startsWith(FilePath.real(absolute));
        } catch (IOException unknown) {
            return true;
        }
    }

    boolean isFile(String name) {
        return path(name).filter(Files::isRegularFile).isPresent();
    }

    /** The name of a file seen from the folder, the same however it was reached, with {@code /} on every system. */
    String name(Path file) {
        return joined(fromHere(file, absolute));
    }

    /** The name of a file by which it is opened from where the command runs: the shortest way there, unless the budget has its whole path. */
    String reference(Path file) {
        return shown.isAbsolute()
                ? file.toString()
                : fromHere(file, Path.of("").toAbsolutePath()).toString();
    }

    /** On systems with several roots there may be no way from one to the other. */
    private static Path fromHere(Path file, Path here) {
        return here.getRoot().equals(file.getRoot()) ? here.relativize(file) : file;
    }

    private static String joined(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        String root = path.isAbsolute() ? path.getRoot().toString().replace('\\', '/') : "";
        return root + String.join("/", parts);
    }
}
