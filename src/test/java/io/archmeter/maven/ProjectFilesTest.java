package io.archmeter.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFilesTest {
    private final ProjectFiles module = new ProjectFiles(Path.of("models/vision"));

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "budget.yaml, models/vision/budget.yaml",
        "../budget.yaml, models/budget.yaml",
        "../../@budget.yaml, ./@budget.yaml",
        "git:main:baseline.json, git:main:models/vision/baseline.json",
        "git:HEAD~1:../../baseline.json, git:HEAD~1:baseline.json"
    })
    void namesStartFromTheFolderOfTheProject(String name, String fromHere) {
        assertThat(module.named(name)).isEqualTo(fromHere);
    }

    @Test
    void whatLiesElsewhereIsNamedWhole() {
        assertThat(module.named(temporary.resolve("budget.yaml").toString()))
                .isEqualTo(temporary.resolve("budget.yaml").toString());
    }

    @Test
    void theFolderOfWhatIsWrittenIsMade() {
        ProjectFiles files = new ProjectFiles(temporary);

        String junit = files.written("junit=target/tests/check.xml");

        assertThat(junit).isEqualTo("junit=" + temporary.resolve("target/tests/check.xml"));
        assertThat(temporary.resolve("target/tests")).isEmptyDirectory();
        assertThat(files.written("a=b=c.sarif")).isEqualTo("a=" + temporary.resolve("b=c.sarif"));
        assertThat(files.written("junit=")).isEqualTo("junit=");
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws Exception {
        Files.writeString(temporary.resolve("target"), "a file");

        assertThatThrownBy(() -> new ProjectFiles(temporary).written("target/check.sarif"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[no-such-folder] its folder cannot be made");
    }

    @Test
    void aNameThatNoFileCanHaveIsAProblem() {
        assertThatThrownBy(() -> module.named("a\0b"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[missing-file] no file can have this name");
    }
}
