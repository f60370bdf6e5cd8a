package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bug that somebody could have written.
 *
 * @param type the class that has it, in the package {@code io.archmeter.op}
 * @param original what stands in its source exactly once
 * @param changed what stands there with the bug
 * @param bug what is wrong then
 */
record Mutant(String type, String original, String changed, String bug) {
    String typeName() {
        return "io.archmeter.op." + type;
    }

    /** The whole source with the bug. */
    String source() {
        String source = unchanged();
        int at = source.indexOf(original);
        assertThat(at).as("%s has no '%s'", type, original).isNotNegative();
        assertThat(source.indexOf(original, at + 1))
                .as("%s has '%s' more than once", type, original)
                .isNegative();
        return source.substring(0, at) + changed + source.substring(at + original.length());
    }

    private String unchanged() {
        try {
            return Files.readString(Path.of("src/main/java", typeName().replace('.', '/') + ".java"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public String toString() {
        return type + ": " + bug;
    }
}
