package io.archmeter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Whether two names lead to one file: {@code ./a.yaml} and {@code b/../a.yaml}, or a link and what it leads to. */
final class SameFile {
    private SameFile() {}

    static boolean have(String name, String other) {
        try {
            Path one = Path.of(name);
            Path two = Path.of(other);
            return one.toAbsolutePath().normalize().equals(two.toAbsolutePath().normalize())
                    || Files.exists(one) && Files.exists(two) && Files.isSameFile(one, two);
        } catch (IOException | InvalidPathException noFile) {
            return name.equals(other);
        }
    }
}
