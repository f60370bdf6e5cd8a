package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundleTest {
    private static final Path SPECS = Path.of("specs");

    static List<BundledModel> models() {
        return Bundle.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsLoadedByItsName(BundledModel model) {
        assertThat(Archmeter.load(model.name()).graph()).satisfies(graph -> {
            assertThat(graph.name()).isEqualTo(model.name());
            assertThat(graph.title()).isEqualTo(model.title());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsThatOfItsFile(BundledModel model) {
        String file = SPECS.resolve(model.file()).toString();

        assertThat(Drawn.layers(Archmeter.load(file + "#" + model.name()).graph()))
                .isEqualTo(Drawn.layers(Archmeter.load(model.name()).graph()));
    }

    @Test
    void modelsStandInTheOrderOfTheirNames() {
        assertThat(models())
                .extracting(BundledModel::name)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("alexnet", "googlenet", "inception_v3", "resnet50", "squeezenet1_1", "vgg16");
        assertThat(Archmeter.bundled()).isEqualTo(models());
    }

    @Test
    void everyModelHasATitle() {
        assertThat(models())
                .extracting(BundledModel::title)
                .noneMatch(String::isBlank)
                .doesNotHaveDuplicates();
    }

    @Test
    void theIndexIsCurrent() throws IOException {
        assertThat(Files.readString(SPECS.resolve(Bundle.INDEX))).isEqualTo(Bundle.indexOf(SPECS));
    }

    @Test
    void aFileOfBlocksIsNoModel() throws IOException {
        assertThat(Bundle.indexOf(SPECS.resolve("blocks"))).hasLineCount(1);
    }
}
