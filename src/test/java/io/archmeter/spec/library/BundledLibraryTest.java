package io.archmeter.spec.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
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
                .isThrownBy(() -> BundledLibrary.bytes("models.properties"))
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo("missing-file");
                            assertThat(problem.place().file()).isEqualTo("archmeter:models.properties");
                        }));
    }

    @Test
    void aResourceThatIsMissingIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> BundledLibrary.resource("specs/missing.yaml"))
                .withMessageEndingWith("the program is not whole: it lacks specs/missing.yaml");
    }

    /** The index is a file of properties, of which Java has a reader. */
    @Test
    void theIndexIsReadAsJavaReadsProperties() throws IOException {
        Properties index = new Properties();
        index.load(Files.newBufferedReader(SPECS.resolve(BundleIndex.FILE)));

        assertThat(index.stringPropertyNames()).isNotEmpty().allSatisfy(name -> {
            if (name.contains("/")) {
                assertThat(BundleIndex.fileOf(name)).isEmpty();
            } else {
                assertThat(BundleIndex.fileOf(name)).contains(index.getProperty(name));
            }
            assertThat(BundleIndex.files()).contains(index.getProperty(name));
        });
        assertThat(BundleIndex.names()).allSatisfy(name -> assertThat(index).containsKey(name));
    }
}
