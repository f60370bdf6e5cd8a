package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A problem that is expected of a file, written inside it.
 *
 * <p>{@code #! 12 [unknown-key] conv has no argument 'kernal' | did you mean 'kernel'?} stands on the line that is wrong: the
 * column, the code, how the fact begins (after the layer's path, where there is one) and a part of the remedy. Where no
 * comment can stand, {@code 5:12} names the line as well; without any place, the file as a whole is meant, and
 * {@code --set width} or {@code #variant} are what was typed beside the file. What belongs to a JSON file stands in another,
 * {@code name.json.expected}.
 */
public record ExpectedProblem(String file, int line, int column, String code, String fact, String remedy) {
    private static final Pattern WRITTEN =
            Pattern.compile("#! (?:(?<column>\\d+) |(?<line>\\d+):(?<columnThere>\\d+) |(?<typed>(?:--set |#)\\S+) )?"
                    + "\\[(?<code>[a-z0-9-]+)] (?<fact>.*?) \\| (?<remedy>.*?)(?= #! |$)");

    private static final String ENDING = ".expected";

    /** Whether a file holds nothing but what is expected of another. */
    public static boolean isBeside(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /** What is expected of a file: written in it, or beside it. */
    public static List<ExpectedProblem> of(Path file) {
        Path beside = Path.of(file + ENDING);
        return in(Files.exists(beside) ? beside : file);
    }

    /** What is written in a file. */
    public static List<ExpectedProblem> in(Path file) {
        String name = file.getFileName().toString().replace(ENDING, "");
        List<String> lines = lines(file);
        List<ExpectedProblem> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = WRITTEN.matcher(lines.get(i));
            while (matcher.find()) {
                expected.add(expected(matcher, name, i + 1));
            }
        }
        return expected;
    }

    private static ExpectedProblem expected(Matcher matcher, String name, int thisLine) {
        boolean onThisLine = matcher.group("column") != null;
        boolean elsewhere = matcher.group("line") != null;
        int line = onThisLine ? thisLine : elsewhere ? Integer.parseInt(matcher.group("line")) : 0;
        int column = line == 0 ? 0 : Integer.parseInt(matcher.group(onThisLine ? "column" : "columnThere"));
        String typed = Optional.ofNullable(matcher.group("typed")).orElse(name);
        return new ExpectedProblem(
                typed, line, column, matcher.group("code"), matcher.group("fact"), matcher.group("remedy"));
    }

    /** These problems are found and no others, and each can be read. */
    public static void assertAll(List<ExpectedProblem> all, List<Problem> found) {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        List<Problem> left = new ArrayList<>(found);
        for (ExpectedProblem each : all) {
            expected.add(each.toString());
            left.stream().filter(each::fits).findFirst().ifPresent(problem -> {
                left.remove(problem);
                actual.add(each.toString());
            });
        }
        left.forEach(problem -> actual.add(shownWhole(problem)));

        assertThat(expected).isNotEmpty();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found).allSatisfy(ExpectedProblem::assertReadable);
    }

    private static void assertReadable(Problem problem) {
        assertThat(problem.toString()).hasLineCount(2).hasSizeLessThan(600);
        assertThat(problem.fact() + problem.remedy())
                .doesNotContain("null", "Optional", "Value", "io.archmeter", "Exception", "  ");
        assertThat(problem.fact()).doesNotEndWith(".");
        assertThat(problem.remedy()).doesNotEndWith(".");
    }

    private boolean fits(Problem problem) {
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

    private static String shownWhole(Problem problem) {
        return problem.place().file() + ":" + problem.place().line() + ":"
                + problem.place().column() + " [" + problem.code() + "] " + shown(problem) + " | " + problem.remedy();
    }

    private static String shown(Problem problem) {
        return (problem.layer().isEmpty() ? "" : problem.layer() + ": ") + problem.fact();
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
