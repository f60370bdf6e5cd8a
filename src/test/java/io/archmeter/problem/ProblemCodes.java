package io.archmeter.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of problems that the sources of some packages know, and of those below them. */
public final class ProblemCodes {
    private static final Path SOURCES = Path.of("src/main/java/io/archmeter");

    /** A text in kebab case is a code, and nothing else is written so. */
    private static final Pattern KEBAB = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");

    private ProblemCodes() {}

    /** Those of several words. */
    public static Set<String> in(String... packages) {
        return found(KEBAB, packages);
    }

    /** All texts of one word, some of which are codes. */
    public static Set<String> wordsIn(String... packages) {
        return found(WORD, packages);
    }

    private static Set<String> found(Pattern pattern, String... packages) {
        Set<String> found = new TreeSet<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(code -> found.add(code.group(1)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
