package io.archmeter.spec;

import io.archmeter.Archmeter;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ExpectedProblem;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wrong spec with the problems that are expected of it, written inside it.
 *
 * <p>They are written as {@link ExpectedProblem} says. A line {@code #? variant=x set=a=1 batch=2} says how to load it.
 *
 * @param file the spec; where imports belong to the case, it is {@code model.yaml} in a folder
 */
record BadSpec(Path file) {
    private static final Path FOLDER = Path.of("src/test/resources/bad");

    /** Those that are refused after as many turns as a spec may have. */
    private static final Path OF_MANY_TURNS = Path.of("src/test/resources/bad-loops");

    private static final String MODEL = "model.yaml";

    private static final Pattern OPTION = Pattern.compile("(variant|set|batch)=(\\S+)");

    static List<BadSpec> all() {
        return Stream.concat(most().stream(), ofManyTurns().stream()).toList();
    }

    /** All but a few, which take long. */
    static List<BadSpec> most() {
        return in(FOLDER);
    }

    static List<BadSpec> ofManyTurns() {
        return in(OF_MANY_TURNS);
    }

    /** By their names. */
    private static List<BadSpec> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(path -> Files.isDirectory(path) ? path.resolve(MODEL) : path)
                    .filter(path -> !ExpectedProblem.isBeside(path))
                    .map(BadSpec::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What loading and counting it brings, as a user would do. */
    List<Problem> problems() {
        String reference = option("variant").stream()
                .map(variant -> file + "#" + variant)
                .findFirst()
                .orElse(file.toString());
        try {
            Archmeter.load(reference, options()).analyze();
            return List.of();
        } catch (ProblemException found) {
            return found.problems();
        }
    }

    private LoadOptions options() {
        Map<String, String> set = new LinkedHashMap<>();
        for (String setting : option("set")) {
            int equals = setting.indexOf('=');
            set.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        long batch = option("batch").stream().map(Long::valueOf).findFirst().orElse(1L);
        return new LoadOptions(batch, Optional.empty(), set);
    }

    private List<String> option(String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith("#? "))
                .flatMap(line -> OPTION.matcher(line).results())
                .filter(option -> option.group(1).equals(name))
                .map(option -> option.group(2))
                .toList();
    }

    /** The expected problems, of all files that belong to it. */
    List<ExpectedProblem> expected() {
        return isFolder()
                ? parts().stream()
                        .flatMap(part -> ExpectedProblem.in(part).stream())
                        .toList()
                : ExpectedProblem.of(file);
    }

    private boolean isFolder() {
        return file.endsWith(MODEL);
    }

    private List<Path> parts() {
        try (Stream<Path> files = Files.walk(file.getParent())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return FOLDER.relativize(file).toString();
    }
}
