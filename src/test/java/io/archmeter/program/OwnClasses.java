package io.archmeter.program;

import io.archmeter.Archmeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The program and its tests once more: all classes loaded anew, those of the program from class files that can be changed. */
final class OwnClasses extends ClassLoader {
    /** Where the program's class files lie. */
    static final Path PROGRAM = folderOf(Archmeter.class);

    private static final List<Path> FOLDERS = List.of(PROGRAM, folderOf(OwnClasses.class));

    /** What both the program and the tests that look at it from outside have to see as one class. */
    private static final Set<String> SHARED = Set.of(StepCounter.class.getName());

    private final Change change;

    /** Makes a class file out of the one that was built. */
    interface Change {
        byte[] of(String name, byte[] built);
    }

    OwnClasses(Change change) {
        super(OwnClasses.class.getClassLoader());
        this.change = change;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!SHARED.contains(name)) {
            for (Path folder : FOLDERS) {
                Path file = folder.resolve(name.replace('.', '/') + ".class");
                if (Files.exists(file)) {
                    return loaded(name, file, folder.equals(PROGRAM));
                }
            }
        }
        return super.loadClass(name, resolve);
    }

    private Class<?> loaded(String name, Path file, boolean ofProgram) {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name, file, ofProgram) : loaded;
        }
    }

    private Class<?> defined(String name, Path file, boolean ofProgram) {
        try {
            byte[] built = Files.readAllBytes(file);
            byte[] bytes = ofProgram ? change.of(name, built) : built;
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
