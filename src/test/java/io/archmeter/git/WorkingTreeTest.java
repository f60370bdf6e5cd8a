package io.archmeter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingTreeTest {
    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void aRepositoryWithSpecs() throws IOException {
        root = Files.createDirectories(temporary.resolve("project"));
        Files.createDirectory(root.resolve(".git"));
        Files.createDirectories(root.resolve("nets/small"));
    }

    private static String name(Path root, Path file) {
        return new WorkingTree(root).nameOf(file.toString());
    }

    @Test
    void theRootIsTheNearestFolderThatHoldsARepository() throws IOException {
        assertThat(WorkingTree.of(root)).contains(new WorkingTree(root));
        assertThat(WorkingTree.of(root.resolve("nets/small"))).contains(new WorkingTree(root));
        assertThat(WorkingTree.around(root.resolve("nets/small/budget.yaml").toString()))
                .isEqualTo(new WorkingTree(root));

        // gitrepository-layout(5): in a linked working tree and in a submodule it is a file.
        Files.writeString(root.resolve("nets/.git"), "gitdir: ../.git/modules/nets\n");
        assertThat(WorkingTree.of(root.resolve("nets/small"))).contains(new WorkingTree(root.resolve("nets")));
    }

    @Test
    void withoutARepositoryItIsTheCurrentFolder() {
        assertThat(WorkingTree.of(temporary)).isEmpty();
        assertThat(WorkingTree.around(temporary.resolve("budget.yaml").toString()))
                .isEqualTo(new WorkingTree(Path.of("").toAbsolutePath()));
    }

    @Test
    void aFileIsNamedFromTheRootHoweverItIsReached() {
        assertThat(name(root, root.resolve("nets/small/a.yaml"))).isEqualTo("nets/small/a.yaml");
        assertThat(name(root, root.resolve("nets/small/../b.yaml"))).isEqualTo("nets/b.yaml");
        Path here = Path.of("").toAbsolutePath();
        assertThat(new WorkingTree(here).nameOf("specs/vgg.yaml")).isEqualTo("specs/vgg.yaml");
        assertThat(new WorkingTree(here.resolve("specs")).nameOf("specs/vgg.yaml"))
                .isEqualTo("vgg.yaml");
    }

    @Test
    void aLinkToTheRepositoryLeadsIntoIt() throws IOException {
        Files.writeString(root.resolve("nets/a.yaml"), "");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);

        assertThat(name(root, link.resolve("nets/a.yaml"))).isEqualTo("nets/a.yaml");
        assertThat(name(link, root.resolve("nets/a.yaml"))).isEqualTo("nets/a.yaml");
    }

    @Test
    void whatIsElsewhereHasItsWholePath() {
        Path other = temporary.resolve("other.yaml");

        assertThat(name(root, other)).isEqualTo(other.toString());
    }

    @Test
    void aFileOfARevisionIsTheFile() {
        assertThat(new WorkingTree(root).nameOf("git:HEAD~1:" + root.resolve("nets/gone.json")))
                .isEqualTo("nets/gone.json");
        assertThat(new WorkingTree(root).nameOf("git:HEAD")).isEqualTo("git:HEAD");
    }

    @Test
    void whatCanBeNoFileStaysAsItIs() {
        assertThat(new WorkingTree(root).nameOf("a\0b")).isEqualTo("a\0b");
    }

    @Test
    void aRootIsAbsolute() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingTree(Path.of("nets")));
    }
}
