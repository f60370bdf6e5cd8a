package io.archmeter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The figures that the studies are made for, to the unit. The lectures, EECS 498-007, lecture 8 (Michigan, 2019) and
 * CS231n, lecture 9 (Stanford, 2017), print them rounded; they were worked out by hand from the shapes that these
 * give.
 */
class LectureTest {
    /** C = 10 and H = W = 100: the coefficient of C² is to be read off the parameters, that of HWC² off the work. */
    private static final Map<String, String> DECIMAL = Map.of("channels", "10", "size", "100");

    @ParameterizedTest
    @CsvSource({
        "alexnet.yaml#alexnet_lecture,        61100840,   716767232", // EECS 498-007: 61 M, 0.7 G
        "studies/vgg_lecture.yaml,           137767464, 13620576256", // EECS 498-007: 138 M, 13.6 G
        "vgg.yaml#vgg16,                     138357544, 15470264320", // Simonyan and Zisserman, Table 2: 138 M
        "studies/stems.yaml#googlenet,          124416,   477675520", // EECS 498-007: 124 k; 118 + 13 + 347 M
        "studies/stems.yaml#vgg16_lecture,     1145408,  7485456384", // EECS 498-007: 1.1 M, 7485 M
        "studies/stems.yaml#vgg16,             1735488,  9335144448", // with the third convolution
        "studies/heads.yaml#googlenet,         1025000,     1024000", // EECS 498-007: 1025 k, 1 M
        "studies/heads.yaml#vgg16,           123642856,   123633664", // EECS 498-007: 103 + 17 + 4 M, without biases
        "studies/inception_module.yaml#naive,      1089536, 854196224", // CS231n: 854 M
        "studies/inception_module.yaml#bottleneck,  346112, 271351808", // CS231n: 358 M, with one convolution twice
        "studies/googlenet_conv1.yaml#plain,          9408, 118013952", // EECS 498-007: 118 M
        "studies/googlenet_conv1.yaml#separable,      2712,  34019328", // Szegedy et al. 2015, Table 1: 2.7K, 34M
        // 49·3·96 weights on 110×110, 25·96·256 on 26×26, 9·(256·512 + 2·512·1024) on 13×13, 18432·4096, 4096·4096 and
        // 4096·1000 once; and 2400 + 9192 biases
        "studies/zfnet_lecture.yaml,             107627624, 2476704896",
        "studies/resnext_block.yaml#one_path,          69632, 218365952", // Xie et al., Table 2: 70 k, 0.22 G
        "studies/resnext_block.yaml#four_paths,        69888, 219168768", // 4·(8·64·24 + 9·24²), by 56·56
        "studies/resnext_block.yaml#four_groups,       69888, 219168768",
        "studies/resnext_block.yaml#thirty_two_paths,  70144, 219971584", // 32·(8·64·4 + 9·4²), by 56·56
        "studies/resnext_block.yaml#thirty_two_groups, 70144, 219971584",
        "studies/depthwise_separable.yaml#standard,  2359296, 462422016", // Howard et al., Table 3: 2.36 M, 462 M
        "studies/depthwise_separable.yaml#separable,  266752,  52283392", // Howard et al., Table 3: 0.27 M, 52.3 M
        // ResNet-50 and 2/16·(3·256² + 4·512² + 6·1024² + 3·2048²) weights, which see one position; and 16048 biases
        "examples/se_block.yaml,                  28088024, 4091699200",
    })
    void aNetworkCosts(String spec, long parameters, long multiplyAdds) {
        Part network = Study.of(spec).all();

        assertThat(network.parameters()).isEqualTo(Quantity.of(parameters));
        assertThat(network.multiplyAdds()).isEqualTo(Quantity.of(multiplyAdds));
    }

    @ParameterizedTest
    @CsvSource({
        "why_3x3.yaml#one_3x3,           900,  9000000",
        "why_3x3.yaml#two_3x3,          1800, 18000000", // EECS 498-007: 18 C², 18 HWC²
        "why_3x3.yaml#three_3x3,        2700, 27000000", // Simonyan and Zisserman, section 2.3: 27 C²
        "why_3x3.yaml#one_5x5,          2500, 25000000", // EECS 498-007: 25 C², 25 HWC²
        "why_3x3.yaml#one_7x7,          4900, 49000000", // Simonyan and Zisserman, section 2.3: 49 C²
        "residual_block.yaml#basic,      1800, 18000000", // EECS 498-007: 9 + 9 HWC²
        "residual_block.yaml#bottleneck, 1700, 17000000", // EECS 498-007: 4 + 9 + 4 HWC²
        "groups.yaml#one_group,           900,  9000000", // EECS 498-007: 9/G C², 9/G HWC²
        "groups.yaml#two_groups,          450,  4500000",
        "groups.yaml#depthwise,            90,   900000",
        "depthwise_separable.yaml#standard,    900,  9000000", // EECS 498-007: 9C²HW
        "depthwise_separable.yaml#separable,   190,  1900000", // EECS 498-007: 9CHW + C²HW
    })
    void aStudyCostsItsFormula(String spec, long parameters, long multiplyAdds) {
        Part network = Study.of("studies/" + spec, DECIMAL).all();

        assertThat(network.parameters()).isEqualTo(Quantity.of(parameters));
        assertThat(network.multiplyAdds()).isEqualTo(Quantity.of(multiplyAdds));
    }

    /** Simonyan and Zisserman, section 2.3. */
    @ParameterizedTest
    @CsvSource({"one_3x3, 3", "two_3x3, 5", "one_5x5, 5", "three_3x3, 7", "one_7x7, 7"})
    void aStackOf3x3SeesAsMuchAsOneLargeConvolution(String variant, long size) {
        assertThat(Study.of("studies/why_3x3.yaml#" + variant).receptiveField()).isEqualTo(Quantity.of(size));
    }

    /** EECS 498-007, for C = 10 and H = W = 100: 4HWC, 9C² and 36HWC² become 2HWC, 36C² and 36HWC². */
    @Test
    void behindAPoolTwiceTheChannelsCostAsMuchWork() {
        Part before = Study.of("studies/doubled_channels.yaml#before_pool", Map.of("channels", "10", "size", "200"))
                .all();
        Part after = Study.of("studies/doubled_channels.yaml#after_pool", Map.of("channels", "20", "size", "100"))
                .all();

        assertThat(before.elements()).isEqualTo(Quantity.of(400_000));
        assertThat(after.elements()).isEqualTo(Quantity.of(200_000));
        assertThat(before.parameters()).isEqualTo(Quantity.of(900));
        assertThat(after.parameters()).isEqualTo(Quantity.of(3600));
        assertThat(before.multiplyAdds()).isEqualTo(Quantity.of(36_000_000));
        assertThat(after.multiplyAdds()).isEqualTo(Quantity.of(36_000_000));
    }

    /** Of the convolutions and linear layers: 1.9 and 48.6 MB in EECS 498-007, 13.56 M elements in timm. */
    @ParameterizedTest
    @CsvSource({
        "alexnet.yaml#alexnet_lecture,     501288",
        "studies/vgg_lecture.yaml,       12753896",
        "vgg.yaml#vgg16,                 13556712",
        "studies/stems.yaml#vgg16_lecture, 11239424", // 42.9 MB in EECS 498-007
        "studies/stems.yaml#vgg16,         12042240",
    })
    void theOutputsHoldAsManyNumbers(String spec, long elements) {
        assertThat(Study.of(spec).operators("conv", "linear").elements()).isEqualTo(Quantity.of(elements));
    }

    /** CS231n, lecture 9, slides 48-55. */
    @Test
    void anInceptionModulePutsOutTheChannelsOfAllItsBranches() {
        assertThat(Study.of("studies/inception_module.yaml#naive").outputChannels())
                .isEqualTo(Quantity.of(128 + 192 + 96 + 256));
        assertThat(Study.of("studies/inception_module.yaml#bottleneck").outputChannels())
                .isEqualTo(Quantity.of(128 + 192 + 96 + 64));
    }

    /** Huang et al. 2017, section 3: what comes into layer l has k₀ + k·(l − 1) channels. */
    @ParameterizedTest
    @CsvSource({"1.denselayer1, 64", "1.denselayer6, 224", "4.denselayer1, 512", "4.denselayer16, 992"})
    void aDenseLayerSeesAllThatCameBefore(String layer, long channels) {
        Part first = Study.of("densenet.yaml#densenet121").at("features.denseblock" + layer + ".norm1");

        assertThat(first.output().channels()).isEqualTo(channels);
    }

    /** The rows of the CS231n notes add to this, and not to 24 M. */
    @Test
    void theRowsOfVgg16AddTo15Million() {
        Study vgg = Study.of("vgg.yaml#vgg16");

        assertThat(vgg.operators("conv", "maxpool", "linear").elements().plus(vgg.inputElements()))
                .isEqualTo(Quantity.of(15_237_608));
        assertThat(vgg.all().weights()).isEqualTo(Quantity.of(138_344_128));
    }
}
