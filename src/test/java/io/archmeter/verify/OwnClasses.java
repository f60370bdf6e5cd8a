package io.archmeter.verify;

import io.archmeter.Archmeter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The program once more: all of its classes loaded anew, some of them from other class files. */
final class OwnClasses extends ClassLoader {
    /** Where the program's class files lie. */
    static final Path FOLDER = folder();

    private static final String ROOT = "io.archmeter.";

    private final Map<String, byte[]> changed;

    OwnClasses(Map<String, byte[]> changed) {
        super(OwnClasses.class.getClassLoader());
        this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ROOT)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = changed.containsKey(name) ? changed.get(name) : built(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] built(String name) throws ClassNotFoundException {
        try {
            return Files.readAllBytes(FOLDER.resolve(name.replace('.', '/') + ".class"));
        } catch (IOException missing) {
            throw new ClassNotFoundException(name, missing);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Archmeter.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
