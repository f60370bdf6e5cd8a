package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Params, variants, and params that are set from outside. */
class ParamsTest {
    private static final String FAMILY = """
            name: family
            title: The family
            input: [3, 16, 16]
            params:
              width: 8
              hidden: =width * 2
              depths: [1, 2]
              norm: false
            variants:
              small: {}
              large: {width: 16, depths: [2, 3], title: The large one}
              normed: {norm: true, hidden: =width * 4}
            layers:
              - {conv: =width, kernel: 3, repeat: "=depths[0]"}
              - {batchnorm: , when: =norm}
              - {conv: =hidden, kernel: 1}
            """;

    private static Graph variant(String name) {
        return Drawn.graph(Map.of("f.yaml", FAMILY), "f.yaml#" + name, LoadOptions.DEFAULT);
    }

    @Test
    void aSpecIsAModelWithTheUsualValues() {
        Graph graph = Drawn.graph(FAMILY);

        assertThat(graph.name()).isEqualTo("family");
        assertThat(graph.title()).isEqualTo("The family");
        assertThat(Drawn.layers(graph)).containsExactly("0: conv(input) 1x8x14x14", "1: conv(0) 1x16x14x14");
    }

    @Test
    void aVariantGivesOtherValuesAndWhatDependsOnThemFollows() {
        assertThat(Drawn.layers(variant("large")))
                .containsExactly("0: conv(input) 1x16x14x14", "1: conv(0) 1x16x12x12", "2: conv(1) 1x32x12x12");
        assertThat(Drawn.layers(variant("normed")))
                .containsExactly("0: conv(input) 1x8x14x14", "1: batchnorm(0) 1x8x14x14", "2: conv(1) 1x32x14x14");
    }

    @Test
    void aVariantBringsItsNameAndItsTitle() {
        assertThat(variant("large").name()).isEqualTo("large");
        assertThat(variant("large").title()).isEqualTo("The large one");
        assertThat(variant("small").title()).isEqualTo("The family");
    }

    @Test
    void whatIsSetOverridesTheVariant() {
        LoadOptions options = new LoadOptions(1, Optional.empty(), Map.of("width", "4", "depths", "[1]"));

        assertThat(Drawn.layers(Drawn.graph(Map.of("f.yaml", FAMILY), "f.yaml#large", options)))
                .containsExactly("0: conv(input) 1x4x14x14", "1: conv(0) 1x8x14x14");
    }

    @Test
    void whatIsSetIsWrittenAsInASpec() {
        String spec = """
                input: [3, 16, 16]
                params: {n: 1, flag: false, word: relu, list: [1, 2]}
                layers:
                  - {conv: =n, kernel: 1}
                  - {=word: , when: =flag}
                  - {conv: "=list[1]", kernel: 1}
                """;

        assertThat(Drawn.layers(Drawn.graph(
                        spec, Map.of("n", "=2^4 / 2", "flag", "true", "word", "sigmoid", "list", "[3, =2 + 5]"))))
                .containsExactly("0: conv(input) 1x8x16x16", "1: sigmoid(0) 1x8x16x16", "2: conv(1) 1x7x16x16");
        assertThat(Drawn.layers(Drawn.graph(spec, Map.of("word", "'relu'", "flag", "True"))))
                .element(1)
                .isEqualTo("1: relu(0) 1x1x16x16");
    }

    @Test
    void whatIsRequiredMayBeSet() {
        String spec = "{input: [3], params: {width: required, twice: =width * 2}, layers: [{linear: =twice}]}";

        assertThat(Drawn.layers(Drawn.graph(spec, Map.of("width", "5")))).containsExactly("0: linear(input) 1x10");
    }

    @Test
    void whatIsRequiredMayBeOfAnyKind() {
        String spec = """
                input: [3]
                params: {widths: required}
                variants: {one: {widths: [4]}, two: {widths: [4, 5]}}
                layers: [{for: {width: =widths}, layers: [{linear: =width}]}]
                """;

        assertThat(Drawn.layers(Drawn.graph(Map.of("a.yaml", spec), "a.yaml#two", LoadOptions.DEFAULT)))
                .containsExactly("0: linear(input) 1x4", "1: linear(0) 1x5");
    }

    @Test
    void aParamSeesThoseBeforeIt() {
        assertThat(Drawn.layers("""
                        input: [=c]
                        params: {a: 3, b: =a + 1, c: "=if(b > a, b * 10, 0)", d: ["=a", "=b", [=c]]}
                        layers: [{linear: "=d[2][0] + d[1]"}]
                        """)).containsExactly("0: linear(input) 1x44");
    }

    @Test
    void aSpecWithoutVariantsCanBeCalledByItsName() {
        Graph graph =
                Drawn.graph(Map.of("tiny.yaml", "{input: [3], layers: [relu]}"), "tiny.yaml#tiny", LoadOptions.DEFAULT);

        assertThat(graph.name()).isEqualTo("tiny");
    }

    @Test
    void aFileMayHaveAHashInItsName() {
        Map<String, String> files = Map.of("a#b.yaml", "{input: [3], variants: {v: {}}, layers: [relu]}");

        assertThat(Drawn.graph(files, "a#b.yaml", LoadOptions.DEFAULT).name()).isEqualTo("a#b");
        assertThat(Drawn.graph(files, "a#b.yaml#v", LoadOptions.DEFAULT).name()).isEqualTo("v");
    }

    @Test
    void numbersStayExact() {
        assertThat(Drawn.layers("""
                        input: [3]
                        params: {width: 0.1, third: =1 / 3}
                        layers: [{linear: =width * 30}, {linear: =third * 12}, {linear: "=round_to(width * 112, 8)"}]
                        """)).containsExactly("0: linear(input) 1x3", "1: linear(0) 1x4", "2: linear(1) 1x8");
    }

    /** Caffe's rounding beside PyTorch's, a square window beside a long one, sides beside a word. */
    @Test
    void aParamCanHaveValuesOfSeveralKindsWhereTheyAreTaken() {
        String spec = """
                input: [1, 7, 7]
                params: {rounding: false, kernel: 2, padding: 0}
                variants:
                  pytorch: {rounding: true}
                  caffe: {rounding: caffe}
                  long: {kernel: [1, 3]}
                layers:
                  - {maxpool: =kernel, stride: 2, ceil_mode: =rounding}
                  - {conv: 1, kernel: 3, padding: =padding, when: =in.width > 1}
                """;
        Map<String, String> files = Map.of("f.yaml", spec);

        assertThat(Drawn.layers(Drawn.graph(files, "f.yaml#pytorch", LoadOptions.DEFAULT)))
                .containsExactly("0: maxpool(input) 1x1x4x4", "1: conv(0) 1x1x2x2");
        assertThat(Drawn.layers(Drawn.graph(files, "f.yaml#caffe", LoadOptions.DEFAULT)))
                .containsExactly("0: maxpool(input) 1x1x4x4", "1: conv(0) 1x1x2x2");
        assertThat(Drawn.layers(Drawn.graph(files, "f.yaml#long", LoadOptions.DEFAULT)))
                .containsExactly("0: maxpool(input) 1x1x4x3", "1: conv(0) 1x1x2x1");
        assertThat(Drawn.layers(Drawn.graph(spec, Map.of("padding", "same", "rounding", "caffe"))))
                .containsExactly("0: maxpool(input) 1x1x4x4", "1: conv(0) 1x1x4x4");
    }
}
