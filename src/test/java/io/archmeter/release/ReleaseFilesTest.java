package io.archmeter.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that only a machine elsewhere runs name what is there, and one version. */
class ReleaseFilesTest {
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ");
    private static final Pattern VERSION = Pattern.compile("<version>(\\d+\\.\\d+\\.\\d+)</version>\\s*<packaging>");
    private static final Pattern USED = Pattern.compile("uses: (?!\\./)(\\S+)");

    @Test
    void theImageCopiesWhatIsThere() throws IOException {
        List<String> copied = all(COPIED, "Dockerfile");

        assertThat(copied).contains("pom.xml", "src", "specs");
        assertThat(copied).allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void allFilesSpeakOfOneVersion() throws IOException {
        String version = all(VERSION, "pom.xml").get(0);

        assertThat(read("CHANGELOG.md")).contains("\n## [" + version + "]");
        assertThat(read(".github/actions/check/action.yml")).contains("default: '" + version + "'");
        assertThat(read("src/site/markdown/budgets.md"))
                .contains("/check@v" + version, "rev: v" + version, "ARCHMETER: '" + version + "'")
                .contains("<version>" + version + "</version>", "io.archmeter:archmeter:" + version + ":check");
    }

    @Test
    void theHookRunsWhatIsThere() throws IOException {
        assertThat(read(".pre-commit-hooks.yaml")).contains("entry: scripts/archmeter check\n");
        assertThat(Path.of("scripts/archmeter")).isExecutable();
    }

    /** A tag can be moved; a digest cannot. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".github/actions/check/action.yml",
                ".github/workflows/build.yml",
                ".github/workflows/release.yml"
            })
    void actionsArePinnedByDigest(String file) throws IOException {
        assertThat(all(USED, file)).isNotEmpty().allMatch(action -> action.matches("[\\w/-]+@[0-9a-f]{40}"));
    }

    private static List<String> all(Pattern pattern, String file) throws IOException {
        Stream<MatchResult> found = pattern.matcher(read(file)).results();
        return found.map(match -> match.group(1)).toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
