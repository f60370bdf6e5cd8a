package io.archmeter.spec;

import io.archmeter.Archmeter;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wrong spec with the problems that are expected of it, written inside it.
 *
 * <p>{@code #! 12 [unknown-key] conv has no argument 'kernal' | did you mean 'kernel'?} stands on the line that is wrong: the
 * column, the code, how the fact begins (behind the layer's path, where there is one) and a part of the remedy. Where no
 * comment can stand, {@code 5:12} names the line as well; without any place, the file as a whole is meant, and
 * {@code --set width} or {@code #variant} are what was typed beside the file. What belongs to a JSON file stands in another,
 * {@code name.json.expected}. A line {@code #? variant=x set=a=1 batch=2} says how to load it.
 *
 * @param file the spec; where imports belong to the case, it is {@code model.yaml} in a folder
 */
record BadSpec(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/bad");

    private static final String MODEL = "model.yaml";

    private static final Pattern EXPECTED =
            Pattern.compile("#! (?:(?<column>\\d+) |(?<line>\\d+):(?<columnThere>\\d+) |(?<typed>(?:--set |#)\\S+) )?"
                    + "\\[(?<code>[a-z0-9-]+)] (?<fact>.*?) \\| (?<remedy>.*?)(?= #! |$)");

    private static final Pattern OPTION = Pattern.compile("(variant|set|batch)=(\\S+)");

    /** All wrong specs, by their names. */
    static List<BadSpec> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(path -> Files.isDirectory(path) ? path.resolve(MODEL) : path)
                    .filter(path -> !path.toString().endsWith(".expected"))
                    .map(BadSpec::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One expected problem. */
    record Expected(String file, int line, int column, String code, String fact, String remedy) {
        boolean fits(Problem problem) {
            Span place = problem.place();
            return place.file().endsWith(file)
                    && place.line() == line
                    && place.column() == column
                    && problem.code().equals(code)
                    && shown(problem).startsWith(fact)
                    && problem.remedy().contains(remedy);
        }

        @Override
        public String toString() {
            return file + ":" + line + ":" + column + " [" + code + "] " + fact + " | " + remedy;
        }

        private static String shown(Problem problem) {
            return (problem.layer().isEmpty() ? "" : problem.layer() + ": ") + problem.fact();
        }

        /** A problem in the form of an expected one. */
        static String of(Problem problem) {
            Span place = problem.place();
            return place.file() + ":" + place.line() + ":" + place.column() + " [" + problem.code() + "] "
                    + shown(problem) + " | " + problem.remedy();
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
    List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        for (Path part : parts()) {
            String name = part.getFileName().toString().replace(".expected", "");
            List<String> lines = lines(part);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = EXPECTED.matcher(lines.get(i));
                while (matcher.find()) {
                    expected.add(expected(matcher, name, i + 1));
                }
            }
        }
        return expected;
    }

    private static Expected expected(Matcher matcher, String name, int thisLine) {
        boolean onThisLine = matcher.group("column") != null;
        boolean elsewhere = matcher.group("line") != null;
        int line = onThisLine ? thisLine : elsewhere ? Integer.parseInt(matcher.group("line")) : 0;
        int column = line == 0 ? 0 : Integer.parseInt(matcher.group(onThisLine ? "column" : "columnThere"));
        String typed = Optional.ofNullable(matcher.group("typed")).orElse(name);
        return new Expected(typed, line, column, matcher.group("code"), matcher.group("fact"), matcher.group("remedy"));
    }

    private List<Path> parts() {
        if (!file.endsWith(MODEL)) {
            Path beside = Path.of(file + ".expected");
            return Files.exists(beside) ? List.of(beside) : List.of(file);
        }
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
