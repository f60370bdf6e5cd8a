package io.archmeter.cli;

import io.archmeter.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project that has models and holds them to a budget: a folder, with a git repository in it where a test asks for one. */
record Project(Path folder, PackagedJar archmeter) {
    static Project in(Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("project"));
        return new Project(folder, new PackagedJar(folder, temporary.resolve("errors")));
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
        return archmeter.run(args);
    }

    /** Puts all files into a revision; a machine without git runs no test that asks for it. */
    Project commits(String message) throws Exception {
        new Repository(folder).commits(message);
        return this;
    }
}
