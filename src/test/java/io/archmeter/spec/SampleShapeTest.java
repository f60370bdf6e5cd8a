package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of one sample: written in several ways, and asked about where its axes seem to stand in another order. */
class SampleShapeTest {
    private final Problems problems = new Problems();

    private Optional<Shape> parsed(String text) {
        return SampleShape.parse(text, Span.of("--input"), problems);
    }

    private Problem problem() {
        assertThat(problems.sorted()).hasSize(1);
        return problems.sorted().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3x224x224",
                "3X224X224",
                "3×224×224",
                "3*224*224",
                "3,224,224",
                "3, 224, 224",
                " 3 x 224 x 224 ",
                "(3, 224, 224)",
                "[3, 224, 224]",
                "{channels: 3, height: 224, width: 224}",
                "{width: 224, height: 224, channels: 3}",
            })
    void aShapeCanBeTypedInSeveralWays(String text) {
        assertThat(parsed(text)).contains(Shape.of(3, 224, 224));
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{channels: 1, length: 16000} | 1x16000",
                "{channels: 64, width: 9} | 64x9",
                "{channels: 3, depth: 16, height: 112, width: 112} | 3x16x112x112",
                "{channels: 2, time: 9, depth: 16, height: 32, width: 32} | 2x9x16x32x32",
            })
    void axesCanHaveNames(String text, String shape) {
        assertThat(parsed(text)).map(Shape::toString).contains(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "3x",
                "3xx3",
                "3x0x3",
                "-3x3x3",
                "1.5x3",
                "resnet50",
                "[3, 224",
                "{channels: 3}",
                "{width: 3}"
            })
    void whatIsNoShapeIsRefused(String text) {
        assertThat(parsed(text)).isEmpty();
        assertThat(problem().code()).isEqualTo("bad-shape");
        assertThat(problem().place()).isEqualTo(Span.of("--input"));
    }

    /** Each of them was taken in silence, as another network: ResNet-50 of 224x224x3 has 224 channels and 26,250,088 parameters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "224x224x3 | H×W×C, channels last | write 3x224x224; if it is meant so, name the axes: {channels: 224, height: 224, width: 3}",
                "28,28,1 | H×W×C, channels last | write 1x28x28;",
                "480x640x4 | H×W×C, channels last | write 4x480x640;",
                "[224, 224, 3] | H×W×C, channels last | write [3, 224, 224];",
                "1x3x224x224 | N×C×H×W, with the batch in front | write 3x224x224, and the batch apart: --batch 1;",
                "64x1x28x28 | N×C×H×W, with the batch in front | write 1x28x28, and the batch apart: --batch 64;",
                "32x224x224x3 | N×H×W×C, with the batch in front and channels last | write 3x224x224, and the batch apart: --batch 32;",
                "8x224x224x3 | N×H×W×C, with the batch in front and channels last | write 3x224x224, and the batch apart: --batch 8;",
                "64x64x64x1 | D×H×W×C, channels last | write 1x64x64x64;",
                "1x3x16x112x112 | N×C×D×H×W, with the batch in front | write 3x16x112x112, and the batch apart: --batch 1;",
            })
    void anotherOrderOfTheAxesIsAskedAbout(String text, String look, String remedy) {
        assertThat(parsed(text)).isEmpty();
        assertThat(problem().code()).isEqualTo("axis-order");
        assertThat(problem().fact()).startsWith("input ").endsWith(" looks like " + look);
        assertThat(problem().remedy()).startsWith(remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3x224x224",
                "1x28x28",
                "512x7x7",
                "256x3x3",
                "1024x1x1",
                "1x40x101",
                "128x1x16000",
                "3x16x112x112",
                "3x4x112x112",
                "1x64x64x64",
                "16x8x4",
                "784",
                "1x16000",
            })
    void aShapeThatLooksAsItShouldIsTaken(String text) {
        assertThat(parsed(text)).map(Shape::toString).contains(text);
    }

    @Test
    void namesSettleWhatIsMeant() {
        assertThat(parsed("{channels: 224, height: 224, width: 3}")).contains(Shape.of(224, 224, 3));
        assertThat(parsed("{channels: 1, depth: 3, height: 224, width: 224}")).contains(Shape.of(1, 3, 224, 224));
    }

    @Test
    void aSpecIsReadInTheSameWay() {
        assertThat(Drawn.layers("""
                input: {height: 224, width: 3, channels: =200 + 24}
                layers: [relu]
                """)).containsExactly("0: relu(input) 1x224x224x3");
    }
}
