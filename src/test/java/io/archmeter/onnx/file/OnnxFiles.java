package io.archmeter.onnx.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code src/test/resources/onnx}: exports of torch.onnx without their weights, and networks that are traps for whoever reads them. */
public final class OnnxFiles {
    public static final Path FOLDER = Path.of("src/test/resources/onnx");

    private OnnxFiles() {}

    /** Their names, sorted. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".onnx"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are read as those of a file with this name. */
    public static ModelFile read(byte[] bytes, String name) {
        return ModelFile.read(FileBytes.of(bytes), FOLDER, name);
    }
}
