package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the sources know occurs among the wrong specs, or the reason is given here. */
class ProblemCodesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/archmeter");

    /** A text in kebab case is a code, and nothing else is written so. */
    private static final Pattern KEBAB = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    private static final Set<String> OF_ONE_WORD = Set.of("cycle", "directory", "fraction", "overflow", "syntax");

    /** What no spec of a few lines can show; the tests beside these are in {@link BadFilesTest}. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "file-too-large", "it takes 16 MiB",
            "not-utf-8", "a file that is no text belongs in no repository",
            "too-many-params", "it takes a thousand params",
            "too-many-problems", "it takes a hundred problems",
            "unknown-model", "there is no file",
            "unreadable-file", "a checkout can be read");

    @Test
    void everyCodeOccursAmongTheWrongSpecs() throws IOException {
        Set<String> covered = new TreeSet<>(ELSEWHERE.keySet());
        for (BadSpec spec : BadSpec.all()) {
            spec.expected().forEach(expected -> covered.add(expected.code()));
        }
        assertThat(covered).isEqualTo(codes());
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>(OF_ONE_WORD);
        for (String source : sources()) {
            KEBAB.matcher(source).results().map(code -> code.group(1)).forEach(codes::add);
        }
        return codes;
    }

    @Test
    void theCodesOfOneWordAreUsed() throws IOException {
        Set<String> literals = sources().stream()
                .flatMap(source ->
                        Pattern.compile("\"([a-z]+)\"").matcher(source).results())
                .map((MatchResult literal) -> literal.group(1))
                .collect(Collectors.toSet());
        assertThat(literals).containsAll(OF_ONE_WORD);
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : List.of("located", "op", "problem", "spec")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
                for (Path file : files.toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
