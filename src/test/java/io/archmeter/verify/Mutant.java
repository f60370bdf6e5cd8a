package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bug that somebody could have written.
 *
 * @param type the class that has it, below {@code io.archmeter}
 * @param original what stands in its source exactly once
 * @param changed what stands there with the bug
 * @param bug what is wrong then
 */
record Mutant(String type, String original, String changed, String bug) {
    /**
     * The bugs of a file, in paragraphs of three lines, with comments between them:
     *
     * <pre>
     * op.Axis: rounds up
     * - Formula.floor(dividend, stride)
     * + Formula.ceil(dividend, stride)
     * </pre>
     */
    static List<Mutant> in(String file) {
        List<Mutant> mutants = new ArrayList<>();
        for (String paragraph : read(Path.of("src/test/resources/verify", file)).split("\n\n+")) {
            if (!paragraph.startsWith("#")) {
                mutants.add(of(paragraph.lines().toList()));
            }
        }
        return mutants;
    }

    private static Mutant of(List<String> lines) {
        String[] title = lines.get(0).split(": ", 2);
        assertThat(lines).as("a title, - original, + changed").hasSize(3);
        return new Mutant(title[0], behind("- ", lines.get(1)), behind("+ ", lines.get(2)), title[1]);
    }

    private static String behind(String sign, String line) {
        assertThat(line).startsWith(sign);
        return line.substring(sign.length());
    }

    /** The class files of each; one of each type is compiled at a time. */
    static Map<Mutant, Map<String, byte[]>> compiled(List<Mutant> mutants) {
        Map<Mutant, Map<String, byte[]>> compiled = new HashMap<>();
        List<Mutant> left = new ArrayList<>(mutants);
        while (!left.isEmpty()) {
            Map<String, Mutant> together = new LinkedHashMap<>();
            left.removeIf(mutant -> together.putIfAbsent(mutant.typeName(), mutant) == null);
            Map<String, String> sources = new LinkedHashMap<>();
            together.forEach((type, mutant) -> sources.put(type, mutant.source()));
            Map<String, byte[]> classes = InMemoryCompiler.compile(sources);
            together.forEach((type, mutant) -> {
                Map<String, byte[]> own = new HashMap<>(classes);
                own.keySet().removeIf(name -> !name.equals(type) && !name.startsWith(type + "$"));
                compiled.put(mutant, own);
            });
        }
        return compiled;
    }

    String typeName() {
        return "io.archmeter." + type;
    }

    /** The whole source with the bug. */
    String source() {
        String source = read(Path.of("src/main/java", typeName().replace('.', '/') + ".java"));
        int at = source.indexOf(original);
        assertThat(at).as("%s has no '%s'", type, original).isNotNegative();
        assertThat(source.indexOf(original, at + 1))
                .as("%s has '%s' more than once", type, original)
                .isNegative();
        return source.substring(0, at) + changed + source.substring(at + original.length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public String toString() {
        return type + ": " + bug;
    }
}
