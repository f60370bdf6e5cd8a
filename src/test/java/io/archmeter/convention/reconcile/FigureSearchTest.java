package io.archmeter.convention.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.convention.file.Conventions;
import io.archmeter.load.LoadOptions;
import io.archmeter.spec.load.ModelSources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure leads to who prints it; the figures are those of papers and tools. */
class FigureSearchTest {
    @ParameterizedTest
    @CsvSource({
        // timm's card of resnet50 and, with its stride in the first convolutions, He et al. 2016 as recomputed
        "resnet50, 4.11G, fvcore resnet50 1x3x224x224",
        "resnet50, 3.86G, multiply-adds resnet50_v1 1x3x224x224",
        // the table of EECS 498 is of 227 pixels
        "alexnet, 717M, multiply-adds alexnet 1x3x227x227",
        "alexnet, 7.14G, multiply-adds alexnet 10x3x224x224",
    })
    void itIsFound(String model, String figure, String expected) {
        assertThat(search(model, figure).found())
                .extracting(FigureSearchTest::words)
                .contains(expected);
    }

    /** The first is the network as it is; others differ in one way. What nobody prints has neighbours. */
    @Test
    void theUsualNetworkComesFirst() {
        List<Setup> setups = setups("alexnet");
        FigureSearch search = search(setups, "714M");

        assertThat(words(search.found().get(0))).isEqualTo("multiply-adds alexnet 1x3x224x224");
        assertThat(search(setups, "1.2345T").found()).isEmpty();
        assertThat(search(setups, "1.2345T").nearest()).hasSize(3);
    }

    private static List<Setup> setups(String model) {
        return Setups.of(ModelSources.ofFiles(), model, LoadOptions.DEFAULT);
    }

    private static FigureSearch search(List<Setup> setups, String figure) {
        return FigureSearch.of(PrintedFigure.parse(figure).orElseThrow(), setups, Conventions.all());
    }

    private static FigureSearch search(String model, String figure) {
        return search(setups(model), figure);
    }

    private static String words(Finding found) {
        return found.convention().name() + " " + found.setup().model() + " "
                + found.setup().input();
    }
}
