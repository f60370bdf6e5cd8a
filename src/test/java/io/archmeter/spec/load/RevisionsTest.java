package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.git.Repository;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as they were in a revision. */
class RevisionsTest {
    private static final String SPEC = """
            input: [3, 8, 8]
            params: {width: 4}
            variants: {small: {}, large: {width: 6}}
            imports: [blocks/twice.yaml]
            layers:
              body: {twice: =width}
            """;

    private static final String BLOCKS = """
            blocks:
              twice:
                params: {channels: required}
                layers: [{conv: =channels, kernel: 3}, {conv: =channels, kernel: 3}]
            """;

    @TempDir
    Path folder;

    private Repository repository;

    @BeforeEach
    void aModelAndItsBlocksChange() throws Exception {
        repository = new Repository(folder);
        repository
                .has("specs/net.yaml", SPEC)
                .has("specs/blocks/twice.yaml", BLOCKS)
                .commits("two convolutions")
                .has("specs/blocks/twice.yaml", BLOCKS.replace("kernel: 3}, {", "kernel: 1}, {"))
                .commits("the first of 1×1");
    }

    private Graph load(String revision, String file) {
        return SpecLoader.load(repository.reference(revision, file), LoadOptions.DEFAULT);
    }

    private static Shape output(Graph graph) {
        return graph.outputOf(graph.lastNode());
    }

    /** Of 8×8, two windows of 3×3 leave 4×4, and one leaves 6×6. */
    @Test
    void whatASpecImportsIsOfTheSameRevision() {
        assertThat(output(load("HEAD~1", "specs/net.yaml#small"))).isEqualTo(Shape.of(1, 4, 4, 4));
        assertThat(output(load("HEAD", "specs/net.yaml#large"))).isEqualTo(Shape.of(1, 6, 6, 6));
    }

    /** Of 8×8, a window of 3×3 leaves 6×6. */
    @Test
    void aSpecOfARevisionCanImportWhatComesWithTheTool() throws Exception {
        repository.has("lone.yaml", """
                        imports: [archmeter:blocks/basic_conv.yaml]
                        input: [3, 8, 8]
                        layers: {stem: {basicconv: 4, kernel: 3}}
                        """).commits("a block of the bundle");
        assertThat(output(load("HEAD", "lone.yaml"))).isEqualTo(Shape.of(1, 4, 6, 6));
    }

    @Test
    void aLayerHasItsPlaceInTheRevision() {
        Graph graph = load("HEAD", "specs/net.yaml#small");
        assertThat(graph.lastNode().place().toString())
                .startsWith(repository.reference("HEAD", "specs/blocks/twice.yaml") + ":4:");
    }

    @Test
    void allModelsOfAFileAreNamedInTheRevision() {
        String file = repository.reference("HEAD~1", "specs/net.yaml");
        assertThat(SpecLoader.modelsIn(file)).containsExactly(file + "#small", file + "#large");
    }

    @Test
    void problemsHaveTheirPlacesInTheRevision() throws Exception {
        repository
                .has("specs/net.yaml", SPEC.replace("twice: =width", "thrice: =width"))
                .commits("misspelt");
        assertThatThrownBy(() -> load("HEAD", "specs/net.yaml#small"))
                .hasMessageStartingWith(repository.reference("HEAD", "specs/net.yaml") + ":6:")
                .hasMessageContaining("unknown-operator");
    }

    @Test
    void anImportThatTheRevisionLacksIsNamed() throws Exception {
        repository
                .has("specs/net.yaml", SPEC.replace("twice.yaml", "twicee.yaml"))
                .commits("misspelt");
        repository.has("specs/blocks/twicee.yaml", BLOCKS);
        assertThatThrownBy(() -> load("HEAD", "specs/net.yaml#small"))
                .hasMessageContaining("missing-file")
                .hasMessageContaining("did you mean 'twice.yaml'");
    }
}
