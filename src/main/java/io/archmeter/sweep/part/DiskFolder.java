package io.archmeter.sweep.part;

import io.archmeter.source.FilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine. */
public record DiskFolder(String name, Path path) implements PartFolder {
    /** The one of a name. */
    public static DiskFolder of(String name) {
        return new DiskFolder(name, FilePath.of(name, "name a folder"));
    }

    @Override
    public List<String> files() throws IOException {
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .toList();
        }
    }

    @Override
    public Optional<byte[]> read(String file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String file, byte[] bytes) throws IOException {
        Files.createDirectories(path);
        Path draft = path.resolve("." + file + "." + ProcessHandle.current().pid());
        try {
            Files.write(draft, bytes);
            Files.move(draft, path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public void remove(String file) throws IOException {
        Files.deleteIfExists(path.resolve(file));
    }
}
