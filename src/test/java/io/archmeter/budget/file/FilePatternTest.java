package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.program.Growth;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts mean is said by {@link java.nio.file.FileSystem#getPathMatcher}, and of {@code **} by bash (globstar). */
class FilePatternTest {
    private static final long SEED = 20_261_127;
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "*.yaml a.yaml true",
                "*.yaml a/b.yaml false",
                "*/*.yaml a/b.yaml true",
                "**/*.yaml a.yaml true",
                "**/*.yaml a/b.yaml true",
                "**/*.yaml a/b/c.yaml true",
                "**/*.yaml a/b/c.yml false",
                "*/**/c.yaml a/c.yaml true",
                "*/**/c.yaml a/b/b/c.yaml true",
                "*/**/c.yaml c.yaml false",
                "** a/b.yaml true",
                "**/b/**/d.yaml a/b/c/b/d.yaml true",
                "**/b/**/d.yaml a/c/d.yaml false",
                "?.yaml a.yaml true",
                "?.yaml ab.yaml false",
                "[ab].yaml b.yaml true",
                "[!ab].yaml b.yaml false",
                "[]a].yaml ].yaml true",
                "[a-].yaml -.yaml true",
                "{a,{b,c}d}.yaml cd.yaml true",
                "\\[a].yaml [a].yaml true",
                "{vgg,res*}.yaml resnet.yaml true",
                "{vgg,res*}.yaml alexnet.yaml false",
                "*//./a.yaml b/a.yaml true",
            })
    void filesFit(String pattern, String file, boolean fits) {
        assertThat(FilePattern.parse(pattern).fits(Path.of(file))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "specs/*.yaml, specs/, 1",
        "../a/b/*/c.yaml, ../a/b/, 2",
        "/a/*, /a/, 1",
        "*.yaml, '', 1",
        "a/**/b.yaml, a/, 2147483647",
    })
    void theSearchBeginsBeforeTheFirstStar(String text, String folder, int depth) {
        FilePattern pattern = FilePattern.parse(text);

        assertThat(pattern.folder()).isEqualTo(folder);
        assertThat(pattern.depth()).isEqualTo(depth);
    }

    @Test
    void anyFoldersAgainAndAgainAreAnyFoldersOnce() {
        FilePattern pattern = FilePattern.parse("**/".repeat(200_000) + "*.yaml");

        assertThat(pattern.parts()).hasSize(2);
        assertThat(pattern.fits(Path.of("a/b/c.yaml"))).isTrue();
        assertThat(pattern.fits(Path.of("c.yaml"))).isTrue();
    }

    /** A star of {@code *_[0-9].yaml} may be held against a whole name, and so may each choice of the braces. */
    @ParameterizedTest
    @CsvSource({"specs/*.yaml, 5", "'**/{a,b*cd}/*', 4", "**/x.yaml, 1", "*_[0-9].yaml, 7"})
    void theEffortIsThatOfTheLongestPartBehindAGap(String text, long effort) {
        assertThat(FilePattern.parse(text).effort()).isEqualTo(effort);
    }

    @ParameterizedTest
    @CsvSource({"'{,a}', 10", "x?, 128", "'**/a/', 129"})
    void whatCouldTakeForeverIsNoPattern(String part, int times) {
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> FilePattern.parse("specs/" + part.repeat(times)));
    }

    static final class ManyStars implements IntConsumer {
        @Override
        public void accept(int letters) {
            assertThat(FilePattern.parse("*a".repeat(50) + "b").fits(Path.of("a".repeat(letters))))
                    .isFalse();
        }
    }

    static final class ManyFoldersInManyWays implements IntConsumer {
        @Override
        public void accept(int folders) {
            FilePattern pattern = FilePattern.parse("**/a/".repeat(10) + "b.yaml");

            assertThat(pattern.fits(Path.of("a/".repeat(folders) + "c.yaml"))).isFalse();
        }
    }

    /** Java's own matcher took more than a minute for five of the stars. */
    @Test
    void manyStarsAreNotTriedInAllWays() {
        Growth.requireProportional(ManyStars.class, 120);
    }

    /** Patterns and names of few letters, so that some fit. */
    @Test
    void namesFitAsTheyDoInJava() {
        Random random = new Random(SEED);
        int fitting = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String pattern =
                    drawn(random, List.of("a", "b", "-", "*", "?", "[ab]", "[!a]", "[a-b]", "{a,b*}", "{,ab}", "\\*"));
            String name = drawn(random, List.of("a", "b", "-", "c"));
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            boolean expected = matcher.matches(Path.of(name));
            fitting += expected ? 1 : 0;

            assertThat(FileNamePattern.parse(pattern).stream().anyMatch(choice -> choice.fits(name)))
                    .as("seed %d, round %d: %s on %s", SEED, round, pattern, name)
                    .isEqualTo(expected);
        }
        assertThat(fitting).isBetween(ROUNDS / 50, ROUNDS / 2);
    }

    private static String drawn(Random random, List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(5); part >= 0; part--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    @Test
    void manyFoldersAreNotTriedInAllWays() {
        Growth.requireProportional(ManyFoldersInManyWays.class, 60);
    }
}
