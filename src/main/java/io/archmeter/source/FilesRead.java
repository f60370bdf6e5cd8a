package io.archmeter.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The files that were opened since this was begun, by whatever reads files: what is written afterwards must not destroy one of them. It
 * takes part in every reading, because a command does not know what it reads: a spec imports files, a budget names patterns of them.
 */
public final class FilesRead implements AutoCloseable {
    private static final List<FilesRead> OPEN = new CopyOnWriteArrayList<>();

    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    private FilesRead() {}

    /** Begins to take down which files are opened. */
    public static FilesRead begin() {
        FilesRead begun = new FilesRead();
        OPEN.add(begun);
        return begun;
    }

    /** A file is opened, on any thread; a name of a stream, such as {@code /dev/stdin}, is that of the file from which it comes. */
    public static void add(Path file) {
        for (FilesRead begun : OPEN) {
            begun.files.add(file.toAbsolutePath().normalize());
            begun.files.add(real(file));
        }
    }

    /** The name of a stream means nothing any more when the stream is closed. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException pipe) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** Whether a path leads to one of them: by its name, or as a link, or by another name of the same file. */
    public static boolean has(Path path) {
        return OPEN.stream().flatMap(begun -> begun.files.stream()).anyMatch(file -> isSame(file, path));
    }

    private static boolean isSame(Path file, Path path) {
        try {
            return file.equals(path.toAbsolutePath().normalize())
                    || Files.isRegularFile(path) && Files.exists(file) && Files.isSameFile(file, path);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ends it, and forgets them. */
    @Override
    public void close() {
        OPEN.remove(this);
    }
}
