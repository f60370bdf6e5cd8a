package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainYamlTest {
    /** What a mistake may put into a file: all that means something in YAML, and some that means nothing. */
    private static final String SIGNS = " \n-:,[]{}#&*!|>'\"%@`?=.~<x1\\\t";

    private static final int MUTANTS = 20_000;

    @ParameterizedTest
    @MethodSource("specs")
    void readsWhatTheEngineReads(Path spec) throws IOException {
        String text = Files.readString(spec);

        assertThat(plain(text)).isPresent().isEqualTo(byEngine(text));
    }

    /** All that are bundled but some that fold long texts. */
    static List<Path> specs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("specs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !contains(file, ">-"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean contains(Path file, String part) {
        try {
            return Files.readString(file).contains(part);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1",
                "a:\nb:\n",
                "a: {b: , c: 2}",
                "a: [1, 2,\n  3] # some\n",
                "a:\n- 1\n- - 2\n  - 3\nb: c",
                "# first\n\na:\n  # inner\n  b: 'c' # last\n\n",
                "- a: 1\n  b: \"2\"\n-\n  - -3\n",
                "- relu\n- {conv: 64, kernel: 3}",
                "[a, {b: [c]}, ]",
                "a: b # c",
                "a: b#c",
                "a: 3×3",
                "a: http://b:80/c",
                "'a': [ 'b' , \"c\" ]",
            })
    void readsPlainTexts(String text) {
        assertThat(plain(text)).isPresent().isEqualTo(byEngine(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &b 1\nc: *b",
                "a: !!str 1",
                "a: |\n  b",
                "a: b\n  c",
                "a: 'b''c'",
                "a: \"b\\tc\"",
                "a: \"b\n  c\"",
                "? a\n: b",
                "a: [b: c]",
                "a: {b, c: 1}",
                "<<: {a: 1}",
                "--- a",
                "a: 1\na: 2",
                "a: .inf",
                "a:\tb",
                "a: b\r\nc: d",
                "a: 1\n b: 2",
                "a: \uD83D\uDE00",
                "-\n- a",
            })
    void leavesAllElseToTheEngine(String text) {
        assertThat(plain(text)).isEmpty();
    }

    /** A reader that took a mistake for something else would read another network than the engine. */
    @Test
    void readsNoOtherTreeThanTheEngine() throws IOException {
        long seed = 20261201;
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (Path spec : specs()) {
            texts.add(Files.readString(spec));
        }
        int plain = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String text = mutated(part(texts.get(random.nextInt(texts.size())), random), random);
            Optional<SourceValue> read = text.isBlank() ? Optional.empty() : plain(text);
            if (read.isPresent()) {
                plain++;
                assertThat(read).as("seed %d, mutant %d:%n%s", seed, i, text).isEqualTo(byEngine(text));
            }
        }
        assertThat(plain).isGreaterThan(MUTANTS / 10);
    }

    /** Some lines, without the indentation that they have in common. */
    private static String part(String text, Random random) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        int first = random.nextInt(lines.size());
        int last = Math.min(lines.size(), first + 1 + random.nextInt(6));
        String part = String.join("\n", lines.subList(first, last)).stripIndent();
        return part.isBlank() ? "a: b" : part;
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0 && mutated.length() > 1; i--) {
            int at = random.nextInt(mutated.length());
            String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
            switch (random.nextInt(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, sign);
                default -> mutated.replace(at, at + 1, sign);
            }
        }
        return mutated.toString();
    }

    private static Optional<SourceValue> plain(String text) {
        return PlainYaml.read(file(text));
    }

    /** Empty where something is wrong. */
    private static Optional<SourceValue> byEngine(String text) {
        Problems problems = new Problems();
        SourceBuilder builder = new SourceBuilder(problems);
        try {
            new YamlReader(file(text), builder).read();
        } catch (ProblemException wrong) {
            return Optional.empty();
        }
        return problems.isEmpty() ? builder.root() : Optional.empty();
    }

    private static TextFile file(String text) {
        return new TextFile(
                "spec.yaml",
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                TextFile.Format.YAML);
    }
}
