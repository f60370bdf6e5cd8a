package io.archmeter.cli;

import io.archmeter.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A project that has models and holds them to a budget: a folder, with a git repository in it where a test asks for one. */
record Project(Path folder, PackagedJar archmeter, Runs commands) {
    /** What runs a command line in the folder. */
    interface Runs {
        PackagedJar.Ran run(String... args) throws Exception;
    }

    /** Each command line is a process. */
    static Project in(Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("project"));
        PackagedJar archmeter = new PackagedJar(folder, temporary.resolve("errors"));
        return new Project(folder, archmeter, archmeter::run);
    }

    /** Takes all files out of the folder. */
    void empties() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    Project has(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    PackagedJar.Ran runs(String... args) throws Exception {
        return commands.run(args);
    }

    /** Puts all files into a revision; a machine without git runs no test that asks for it. */
    Project commits(String message) throws Exception {
        new Repository(folder).commits(message);
        return this;
    }
}
