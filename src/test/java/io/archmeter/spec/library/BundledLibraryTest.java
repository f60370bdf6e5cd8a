package io.archmeter.spec.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledLibraryTest {
    private static final Path SPECS = Path.of("specs");

    @Test
    void aSpecIsReadAsItWasWritten() throws IOException {
        assertThat(BundledLibrary.bytes("resnet.yaml")).isEqualTo(Files.readAllBytes(SPECS.resolve("resnet.yaml")));
        assertThat(new BundledLibrary().read("resnet.yaml").name()).isEqualTo("archmeter:resnet.yaml");
    }

    /** A file beside the specs is none of them. */
    @Test
    void whatTheIndexLacksIsNoSpec() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> BundledLibrary.bytes("models.tsv"))
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo("missing-file");
                            assertThat(problem.place().file()).isEqualTo("archmeter:models.tsv");
                        }));
    }

    @Test
    void aResourceThatIsMissingIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> BundledLibrary.resource("specs/missing.yaml"))
                .withMessageEndingWith("the program is not whole: it lacks specs/missing.yaml");
    }

    @Test
    void theIndexTellsWhichFileHoldsWhichModel() {
        assertThat(BundleIndex.fileOf("resnet50")).contains("resnet.yaml");
        assertThat(BundleIndex.fileOf("studies/vgg_lecture.yaml")).isEmpty();
        assertThat(BundleIndex.names()).contains("vgg16", "alexnet").noneMatch(name -> name.contains("/"));
        assertThat(BundleIndex.files())
                .contains("vgg.yaml", "blocks/basic_conv.yaml", "examples/unet.yaml", "studies/stems.yaml");
    }

    /** The columns that the program reads are those of the file. */
    @Test
    void theHeaderOfTheIndexNamesItsColumns() throws IOException {
        assertThat(Files.readAllLines(SPECS.resolve(BundleIndex.FILE)).get(0).split("\t"))
                .containsExactlyElementsOf(BundleIndex.COLUMNS);
    }
}
