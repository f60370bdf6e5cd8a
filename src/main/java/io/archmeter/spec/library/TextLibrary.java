package io.archmeter.spec.library;

import io.archmeter.source.TextFile;
import java.nio.file.Path;

/**
 * A spec that lies in no folder: what came through a pipe.
 *
 * @param spec its text
 * @param folder where what it imports lies
 */
public record TextLibrary(TextFile spec, FolderLibrary folder) implements Library {
    /** What imports are relative to is the folder in which somebody calls. */
    public static TextLibrary of(TextFile spec) {
        return new TextLibrary(spec, new FolderLibrary(Path.of(""), ""));
    }

    @Override
    public TextFile read(String path) {
        return path.equals(spec.name()) ? spec : folder.read(path);
    }
}
