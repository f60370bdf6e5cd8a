package io.archmeter.convention.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.convention.file.Conventions;
import io.archmeter.spec.LoadOptions;
import io.archmeter.spec.load.ModelSources;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure leads to who prints it; the figures are those of papers and tools. */
class FigureSearchTest {
    @ParameterizedTest
    @CsvSource({
        // timm's card of resnet50
        "resnet50, 4.11G, fvcore resnet50 1x3x224x224",
        // Molchanov et al. double them
        "resnet50, 8.18G, flops resnet50 1x3x224x224",
        // stride in the first convolution: He et al. 2016, as recomputed
        "resnet50, 3.86G, multiply-adds resnet50_v1 1x3x224x224",
        // torchvision's efficientnet_b2 is published at 288
        "efficientnet_b2, 1.09G, multiply-adds efficientnet_b2 1x3x288x288",
        "alexnet, 7.14G, multiply-adds alexnet 10x3x224x224",
    })
    void itIsFound(String model, String figure, String expected) {
        assertThat(search(model, figure).found())
                .extracting(FigureSearchTest::words)
                .contains(expected);
    }

    /** The first is the network as it is; others differ in one way. */
    @ParameterizedTest
    @CsvSource("vgg16, 15.47G")
    void theUsualNetworkComesFirst(String model, String figure) {
        assertThat(words(search(model, figure).found().get(0))).isEqualTo("multiply-adds vgg16 1x3x224x224");
    }

    @ParameterizedTest
    @CsvSource("resnet50, 4.99G")
    void whatNobodyPrintsHasNeighbours(String model, String figure) {
        FigureSearch search = search(model, figure);

        assertThat(search.found()).isEmpty();
        assertThat(search.nearest()).hasSize(3);
    }

    private static FigureSearch search(String model, String figure) {
        List<Setup> setups = Setups.of(ModelSources.ofFiles(), model, LoadOptions.DEFAULT);
        return FigureSearch.of(PrintedFigure.parse(figure).orElseThrow(), setups, Conventions.all());
    }

    private static String words(Finding found) {
        return found.convention().name() + " " + found.setup().model() + " "
                + found.setup().input();
    }
}
