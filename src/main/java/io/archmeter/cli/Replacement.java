package io.archmeter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file as a whole: what is new is written beside it, and then takes its name. */
final class Replacement {
    private Replacement() {}

    static void of(Path target, BinaryContent content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        TemporaryFile.removeOld(folder);
        try (TemporaryFile temporary = TemporaryFile.in(folder)) {
            content.writeTo(temporary.out());
            temporary.out().flush();
            if (Files.exists(target)) {
                keepPermissions(target, temporary.path());
            }
            // The name of a file that is still open can be changed on all systems, as Java opens it for that.
            Files.move(temporary.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        try {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        } catch (UnsupportedOperationException windows) {
            // There the folder decides.
        }
    }
}
