package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that others chose, in all that archmeter says: none breaks a line, steers the terminal, or looks like another. */
class HostileNamesTest {
    private static final long SEED = 20_241;
    private static final int ROUNDS = 8;

    /** What a terminal, a build, a spreadsheet or a reader could take for something else, as far as a text may have it. */
    private static final List<String> IN_TEXTS = List.of(
            "\n::error file=a::forged",
            "\u202E",
            "\u2066",
            "\u200B",
            "\u2028",
            "\t",
            "\u0085",
            "name",
            "層",
            "<b>",
            "|",
            "@you");

    /** What the name of a file and an argument may have besides. */
    private static final List<String> IN_NAMES = List.of("\u001B[2J", "\u009B31m", "\r", "\u0007", "\u007F");

    private static final List<String> MODELS = List.of("analyze", "compare", "explain", "memory", "parameters", "grow");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "markdown"})
    void anAnswerShowsWhatIsInIt(String format) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String spec = spec(random, round, "relu").toString();
            for (String command : MODELS) {
                requireVisible(round, 0, Cli.run(command, spec, "--format", format));
            }
            String other = spec(random, round, "sigmoid").toString();
            requireVisible(round, 0, Cli.run("diff", spec, other, "--format", format));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "markdown", "junit", "sarif", "github"})
    void soDoesACheck(String format) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = spec(random, round, "relu").getParent();
            Path budget = Files.writeString(folder.resolve("budget.yaml"), """
                    budgets:
                      - {models: "*.yaml", limits: {output_bytes: 1, layers: 1}, layers: {"*": {output_bytes: 1}}}
                    """);
            requireVisible(round, 1, Cli.run("check", budget.toString(), "--format", format));
        }
    }

    /** Keys and operators that there are not, and arguments that mean nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"analyze", "diff", "check", "baseline", "convert", "list"})
    void aProblemIsALineAndItsRemedy(String command) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String wrong = Files.writeString(
                            temporary.resolve("wrong.yaml"), """
                            %s: 1
                            layers: [{%s: 3}, %s]
                            """.formatted(text(random), text(random), text(random)))
                    .toString();
            String raw = drawn(random, IN_NAMES);
            for (List<String> args : List.of(
                    List.of(command, wrong, wrong),
                    List.of(command, raw + ".yaml"),
                    List.of(command, "--" + raw),
                    List.of(command, wrong, "--set", raw + "=" + raw),
                    List.of(raw))) {
                Cli refused = Cli.run(args.toArray(new String[0]));
                requireVisible(round, 2, refused);
                assertThat(refused.err().lines()).noneMatch(line -> line.startsWith("::"));
            }
        }
    }

    /** A spec whose file, title, variant and texts have such names. */
    private Path spec(SplittableRandom random, int round, String activation) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(activation + round));
        return Files.writeString(folder.resolve(drawn(random, IN_NAMES) + ".yaml"), """
                title: %s
                input: [2, 4, 4]
                params: {text: %s}
                layers:
                  first: {conv: 2, kernel: 1}
                  second: [{%s: }, {conv: 3, kernel: 1}]
                """.formatted(
                        text(random), text(random), activation));
    }

    /** In quotes of YAML, with a code for all that stands outside of ASCII or is a control. */
    private static String text(SplittableRandom random) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : drawn(random, List.of()).toCharArray()) {
            quoted.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }

    private static String drawn(SplittableRandom random, List<String> more) {
        List<String> all = new ArrayList<>(IN_TEXTS);
        all.addAll(more);
        StringBuilder name = new StringBuilder("x");
        for (int part = random.nextInt(4); part >= 0; part--) {
            name.append(all.get(random.nextInt(all.size())));
        }
        return name.toString();
    }

    private static void requireVisible(int round, int code, Cli cli) {
        String all = cli.out().replace("\r\n", "\n") + cli.err();
        assertThat(cli.code()).as("seed %d, round %d: %s", SEED, round, all).isEqualTo(code);
        assertThat(all.codePoints().filter(point -> point != '\n').filter(HostileNamesTest::isHidden))
                .as("seed %d, round %d: %s", SEED, round, all)
                .isEmpty();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
