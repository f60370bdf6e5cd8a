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
        assertThat(read("src/site/markdown/releases.md"))
                .contains(
                        "archmeter-" + version + ".tar.gz",
                        "archmeter_" + version + "_amd64.deb",
                        "a tag `v" + version + "`");
    }

    @Test
    void theHookRunsWhatIsThere() throws IOException {
        assertThat(read(".pre-commit-hooks.yaml")).contains("entry: scripts/archmeter check\n");
        assertThat(Path.of("scripts/archmeter")).isExecutable();
    }

    /** What a repository of artifacts asks of a pom; a fork changes one line. */
    @Test
    void thePomSaysWhatIsPublished() throws IOException {
        String pom = read("pom.xml");

        assertThat(pom)
                .contains("\n  <name>", "\n  <description>", "\n  <licenses>", "<name>The Archmeter developers</name>")
                .contains("\n  <url>${project.home}</url>", "<connection>scm:git:${project.home}.git</connection>")
                .doesNotContain("-SNAPSHOT");
        assertThat(all(Pattern.compile("(https://github\\.com/\\S+)<"), "pom.xml"))
                .hasSize(1);
    }

    /** Each of these would otherwise put the time, a chance or a folder of the build into what is published. */
    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        assertThat(read("pom.xml"))
                .contains("<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>")
                .contains("<notimestamp>true</notimestamp>", "<bottom/>", "<addHeader>false</addHeader>")
                .contains("<includeBomSerialNumber>false</includeBomSerialNumber>", "<docdate>2026-01-01</docdate>");
        // 2026-01-01T00:00:00Z: 56 years of 365 days after 1970, and 14 leap days.
        assertThat(read("scripts/image"))
                .contains("SOURCE_DATE_EPOCH:=" + (56 * 365 + 14) * 86_400L + "}")
                .contains("--sort=name", "--owner=0 --group=0", "gzip -9 -n", "--root-owner-group")
                .contains("--disable-plugin generate-jli-classes");
        assertThat(read(".github/workflows/release.yml"))
                .contains("cmp \"$GITHUB_WORKSPACE/target/release/SHA256SUMS\" target/release/SHA256SUMS");
    }

    @Test
    void theImageHasWhatTheReleaseHas() throws IOException {
        assertThat(Path.of("scripts/image")).isExecutable();
        assertThat(read("pom.xml")).contains("<executable>${project.basedir}/scripts/image</executable>");
        assertThat(read("scripts/image"))
                .contains("--main-class io.archmeter.cli.Main", "io.archmeter.cli.TypicalCommands");
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
