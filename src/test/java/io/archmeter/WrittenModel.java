package io.archmeter;

import io.archmeter.load.LoadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models that a test writes itself. */
public final class WrittenModel {
    private WrittenModel() {}

    /** The model of a YAML text. */
    public static Model of(String yaml) {
        return of(yaml, LoadOptions.DEFAULT);
    }

    /** The same, with options. */
    public static Model of(String yaml, LoadOptions options) {
        try {
            Path file = Files.createTempFile("model", ".yaml");
            try {
                Files.writeString(file, yaml);
                return Archmeter.load(file.toString(), options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
