package io.archmeter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitFileTest {
    @TempDir
    Path temporary;

    private Repository repository;

    @BeforeEach
    void twoRevisions() throws Exception {
        repository = new Repository(Files.createDirectory(temporary.resolve("project")));
        repository
                .has("specs/a.yaml", "first\n")
                .has("old/b.yaml", "gone\n")
                .commits("first")
                .has("specs/a.yaml", "second\n");
        Files.delete(repository.folder().resolve("old/b.yaml"));
        Files.delete(repository.folder().resolve("old"));
        repository.commits("second").has("specs/a.yaml", "third\n");
    }

    private String text(String revision, String file) {
        return GitFile.find(repository.reference(revision, file))
                .orElseThrow()
                .read(TextFile.Bound.OF_SPECS)
                .text();
    }

    private Problem problem(String revision, String file) {
        return problem(repository.reference(revision, file));
    }

    private static Problem problem(String name) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> GitFile.find(name).orElseThrow().read(TextFile.Bound.OF_SPECS))
                .problems()
                .get(0);
    }

    @Test
    void aFileIsAsItWasInItsRevision() {
        assertThat(text("HEAD~1", "specs/a.yaml")).isEqualTo("first\n");
        assertThat(text("HEAD", "specs/a.yaml")).isEqualTo("second\n");
    }

    @Test
    void aFileNeedNotBeThereAnyMore() {
        assertThat(text("HEAD~1", "old/b.yaml")).isEqualTo("gone\n");
    }

    @Test
    void aBranchMayHaveAnyName() throws Exception {
        repository.git("branch", "feature/#12");
        assertThat(text("feature/#12", "specs/a.yaml")).isEqualTo("second\n");
    }

    @Test
    void neighboursAreOfTheSameRevision() throws Exception {
        GitFile file = GitFile.find("git:v1:specs/resnet.yaml").orElseThrow();
        assertThat(file.sibling("blocks/conv.yaml")).isEqualTo(new GitFile("v1", "specs/blocks/conv.yaml"));
        assertThat(new GitFile("v1", "resnet.yaml").sibling("vgg.yaml")).isEqualTo(new GitFile("v1", "vgg.yaml"));
        assertThat(file.name()).isEqualTo("git:v1:specs/resnet.yaml");
    }

    @Test
    void otherNamesAreNotMeant() {
        assertThat(GitFile.find("specs/resnet.yaml")).isEmpty();
        assertThat(GitFile.find("./git:HEAD:a.yaml")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "git:, this names no revision of a repository",
        "git::a.yaml, this names no revision of a repository",
        "git:HEAD, this names no path of a repository",
        "git:HEAD:, this names no path of a repository",
        "git:--output=x:a.yaml, a revision cannot begin with '-'"
    })
    void whatIsMissingInANameIsSaid(String name, String fact) {
        Problem problem = problem(name);
        assertThat(problem.code()).isEqualTo("wrong-git-reference");
        assertThat(problem.fact()).isEqualTo(fact);
        assertThat(problem.place()).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD~9, specs/a.yaml, unknown-revision, this repository has no revision 'HEAD~9', shallow",
        "no such branch, specs/a.yaml, unknown-revision, this repository has no revision 'no such branch', git log",
        "$(touch x), specs/a.yaml, unknown-revision, this repository has no revision '$(touch x)', git log",
        "HEAD, specs/aa.yaml, missing-file, there is no such file in that revision, did you mean 'a.yaml'",
        "HEAD, a.yaml, missing-file, there is no such file in that revision, git ls-tree -r --name-only HEAD",
        "HEAD, old/b.yaml, missing-file, there is no such file in that revision, check the path",
        "HEAD, specs, directory, this is a folder in that revision, name one of the files in it"
    })
    void whatIsNotThereIsSaid(String revision, String file, String code, String fact, String remedy) {
        Problem problem = problem(revision, file);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.fact()).isEqualTo(fact);
        assertThat(problem.remedy()).contains(remedy);
        assertThat(problem.place()).hasToString(repository.reference(revision, file));
    }

    @Test
    void aFolderWithoutARepositoryIsSaid() {
        Problem problem = problem("git:HEAD:" + temporary.resolve("a.yaml"));
        assertThat(problem.code()).isEqualTo("no-repository");
        assertThat(problem.fact()).contains(temporary.toString());
    }

    @Test
    void aRepositoryWithoutARevisionIsSaid() throws Exception {
        Repository empty = new Repository(Files.createDirectory(temporary.resolve("empty")));
        empty.git("init", "-q");
        assertThat(problem(empty.reference("HEAD", "a.yaml")).code()).isEqualTo("unknown-revision");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws Exception {
        repository.has("large.json", "1".repeat(3 << 20)).commits("large");
        GitFile large = GitFile.find(repository.reference("HEAD", "large.json")).orElseThrow();

        assertThatThrownBy(() -> large.read(new TextFile.Bound(1, "cut it")))
                .hasMessageContaining("file-too-large")
                .hasMessageContaining("cut it");
        assertThat(large.read(new TextFile.Bound(4, "cut it")).text()).hasSize(3 << 20);
    }
}
