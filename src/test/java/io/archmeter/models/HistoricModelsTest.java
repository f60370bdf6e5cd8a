package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.analysis.LayerCost;
import io.archmeter.graph.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variants of the papers and of Caffe, whose numbers differ from torchvision's. */
class HistoricModelsTest {
    /**
     * Two towers: Caffe's bvlc_alexnet, convolutions 665,784,864 and fully connected 58,621,952; one tower: CS231n 2017,
     * lecture 9; lecture: EECS 498-007 2019, lecture 8; GoogLeNet: BVLC deploy.prototxt; VGG: arXiv:1409.1556, Table 2 (134 M);
     * ResNet v1: arXiv:1512.03385, Table 1 (3.8, 7.6 and 11.3 G).
     */
    @ParameterizedTest
    @CsvSource({
        "alexnet_two_towers, 60965224, 724406816",
        "alexnet_one_tower, 62378344, 1135256096",
        "alexnet_lecture, 61100840, 716767232",
        "vgg16_c, 133638952, 11770888192",
        "googlenet_bvlc, 6998552, 1582671872",
        "resnet50_v1, 25557032, 3857973248",
        "resnet101_v1, 44549160, 7570194432",
        "resnet152_v1, 60192808, 11282415616",
    })
    void costsWhatItsSourceSays(String name, long parameters, long multiplyAdds) {
        Model model = Archmeter.load(name);

        assertThat(model.analyze().total().parameters()).isEqualTo(parameters);
        assertThat(model.analyze().total().multiplyAdds()).isEqualTo(multiplyAdds);
    }

    /** BVLC's bvlc_alexnet/deploy.prototxt: fc6, relu6, drop6, fc7, relu7, drop7, fc8; torchvision drops before its linear layers. */
    @ParameterizedTest
    @CsvSource({
        "alexnet_two_towers, linear relu dropout linear relu dropout linear",
        "alexnet_one_tower, linear relu dropout linear relu dropout linear",
        "alexnet, dropout linear relu dropout linear relu linear",
    })
    void dropsWhereItsSourceDoes(String name, String classifier) {
        assertThat(Archmeter.load(name).analyze().layers())
                .filteredOn(row -> row.name().startsWith("classifier."))
                .extracting(LayerCost::operator)
                .containsExactly(classifier.split(" "));
    }

    /** BVLC train_val.prototxt: 3,188,840 and 3,190,888 more in the two heads. */
    @Test
    void googlenetTrainsWithTwoMoreHeads() {
        assertThat(Archmeter.load("googlenet_bvlc")
                        .analyze(DType.FLOAT32, true)
                        .total()
                        .parameters())
                .isEqualTo(13_378_280);
    }

    /** Araujo, Norris and Sim, Distill 2019, the table of receptive fields: 195, 212, 483, 1027, 1507 and 1311. */
    @ParameterizedTest
    @CsvSource({
        "alexnet_one_tower, features.14, 195",
        "vgg16, features.30, 212",
        "resnet50_v1, layer4.2.relu3, 483",
        "resnet101_v1, layer4.2.relu3, 1027",
        "resnet152_v1, layer4.2.relu3, 1507",
        "inception_v3, Mixed_7c.concat_3, 1311",
    })
    void theLastMapSeesThatMuchOfTheInput(String name, String layer, long size) {
        assertThat(Archmeter.load(name).analyze().layers())
                .filteredOn(row -> row.name().equals(layer))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.receptiveField().orElseThrow().axes()).allMatch(axis -> axis.size() == size));
    }
}
