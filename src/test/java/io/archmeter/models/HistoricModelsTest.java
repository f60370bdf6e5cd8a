package io.archmeter.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.analysis.LayerCost;
import io.archmeter.graph.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of papers, of Caffe and of Keras: those that torchvision lacks, and those whose numbers differ from torchvision's. */
class HistoricModelsTest {
    /**
     * Two towers: Caffe's bvlc_alexnet, convolutions 665,784,864 and fully connected 58,621,952; one tower: CS231n 2017,
     * lecture 9; lecture: EECS 498-007 2019, lecture 8; GoogLeNet: BVLC deploy.prototxt; VGG: arXiv:1409.1556, Table 2 (134 M);
     * ResNet v1: arXiv:1512.03385, Table 1 (3.8, 7.6 and 11.3 G).
     *
     * <p>LeNet-5: 60,000 trainable parameters and 340,908 connections (LeCun et al. 1998, section II.B); 84·10 + 10 of the linear
     * layer are no parameters of radial basis functions. One connection of each output is a bias, and the five of a pool are one
     * product of the mean with its coefficient: 340,908 − (4704 + 1600 + 120 + 84) − 4·(1176 + 400). As it is mostly written, C3
     * has 16·6·25 + 16 parameters, and pools have none: 60,850 + 900 − 12 − 32, and 328,096 + 90,000 − 1176 − 400.
     *
     * <p>ZFNet: the layers of Figure 3, 14,208 + 614,656 + 885,120 + 1,327,488 + 884,992 + 37,752,832 + 16,781,312 + 4,097,000.
     *
     * <p>Network in Network for CIFAR-10: (75 + 1)·192 + 193·160 + 161·96 + (2400 + 1)·192 + 2·193·192 + (1728 + 1)·192 + 193·192
     * + 193·10. For ImageNet: (363 + 1)·96 + 2·97·96 + (2400 + 1)·256 + 2·257·256 + (2304 + 1)·384 + 2·385·384 + (3456 + 1)·1024 +
     * 1025·1024 + 1025·1000; the file of its weights in Caffe's model zoo has 29 MB.
     *
     * <p>CIFAR-10, with n blocks in a stage: arXiv:1512.03385, Table 6 (0.27, 0.46, 0.66, 0.85 and 1.7 M), by hand 97,216·n −
     * 21,926; 9·16·16·32·32 = 2,359,296 multiply-adds in each of 6·n convolutions but for two that have half, 432·32·32 before
     * them and 640 after.
     *
     * <p>Wide ResNet: arXiv:1605.07146 (36.5 M). Xception: arXiv:1610.02357, Table 3, to the unit.
     *
     * <p>Multiply-adds of these from ZFNet on: half of what PyTorch 2.13's FlopCounterMode counts for the same network in
     * torch.nn.
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
        "lenet5, 60850, 328096",
        "lenet5_full, 61706, 416520",
        "zfnet, 62357608, 1168032896",
        "nin_cifar10, 966986, 222486528",
        "nin_imagenet, 7595176, 1100188800",
        "cifar_resnet20, 269722, 40551040",
        "cifar_resnet32, 464154, 68862592",
        "cifar_resnet44, 658586, 97174144",
        "cifar_resnet56, 853018, 125485696",
        "cifar_resnet110, 1727962, 252887680",
        "wide_resnet28_10, 36479194, 5243328768",
        "xception, 22855952, 8357403496",
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
