package io.archmeter.program;

import io.archmeter.Archmeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The program and its tests once more: all classes loaded anew, those of the program from class files that can be changed. */
final class OwnClasses extends ClassLoader {
    /** Where the program's class files lie. */
    static final Path PROGRAM = folderOf(Archmeter.class);

    private static final List<Path> FOLDERS = List.of(PROGRAM, folderOf(OwnClasses.class));

    /** What both the program and the tests that look at it from outside have to see as one class. */
    private static final Set<String> SHARED = Set.of(StepCounter.class.getName());

    /** Compiled into the same folder, and a library all the same. */
    private static final String PICOCLI = "picocli.";

    /** What is in the folders, by the names of classes; empty for those of others. Read once for all loaders. */
    private static final Map<String, Optional<Built>> BUILT = new ConcurrentHashMap<>();

    private final Change change;
    private final Path services;
    private final Set<String> shared;

    /**
     * Where the program's classes are said to come from. JaCoCo measures only what comes from somewhere, and is to measure the program
     * as it was built: changed classes are others to it.
     */
    private final Optional<ProtectionDomain> origin;

    /** Makes a class file out of the one that was built. */
    interface Change {
        byte[] of(String name, byte[] built);
    }

    private record Built(byte[] classFile, boolean ofProgram) {}

    OwnClasses(Change change) {
        this(change, Path.of(""), Set.of(), Optional.empty());
    }

    /** @param shared packages of the program that are not loaded anew */
    OwnClasses(Change change, Set<String> shared) {
        this(change, Path.of(""), shared, Optional.empty());
    }

    private OwnClasses(Change change, Path services, Set<String> shared, Optional<ProtectionDomain> origin) {
        super(OwnClasses.class.getClassLoader());
        this.shared = shared;
        this.change = change;
        this.services = services;
        this.origin = origin;
    }

    /**
     * All as it was built.
     *
     * @param services a folder with files of {@code META-INF/services}
     */
    static OwnClasses asBuilt(Path services) {
        return new OwnClasses(
                (name, built) -> built, services, Set.of(), Optional.of(Archmeter.class.getProtectionDomain()));
    }

    @Override
    protected URL findResource(String name) {
        Path file = services.resolve(name);
        if (!name.startsWith("META-INF/services/") || !Files.exists(file)) {
            return null;
        }
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return Collections.enumeration(found == null ? List.of() : List.of(found));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Optional<Built> built = BUILT.computeIfAbsent(name, OwnClasses::built);
        boolean own = built.isPresent() && !(built.get().ofProgram && shared.contains(packageOf(name)));
        return own ? loaded(name, built.get()) : super.loadClass(name, resolve);
    }

    static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** An object of a class that a loader has loaded again. */
    static <T> T create(ClassLoader loader, Class<? extends T> type) {
        try {
            Constructor<?> constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked")
            T created = (T) constructor.newInstance();
            return created;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Class<?> loaded(String name, Built built) {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] classFile = built.ofProgram ? change.of(name, built.classFile) : built.classFile;
            ProtectionDomain from = built.ofProgram ? origin.orElse(null) : null;
            return defineClass(name, classFile, 0, classFile.length, from);
        }
    }

    private static Optional<Built> built(String name) {
        if (name.startsWith(PICOCLI)) {
            return Optional.empty();
        }
        for (Path folder : FOLDERS) {
            Path file = folder.resolve(name.replace('.', '/') + ".class");
            if (!SHARED.contains(name) && Files.exists(file)) {
                return Optional.of(new Built(read(file), folder.equals(PROGRAM)));
            }
        }
        return Optional.empty();
    }

    /** A class file of the program, as it was built. */
    static byte[] classFile(Class<?> of) {
        return read(PROGRAM.resolve(of.getName().replace('.', '/') + ".class"));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
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
