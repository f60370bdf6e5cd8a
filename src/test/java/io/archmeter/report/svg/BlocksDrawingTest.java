package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Mark;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import io.archmeter.report.picture.BlocksOverSteps.Step;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import io.archmeter.report.picture.BlocksOverSteps.Witness;
import io.archmeter.report.picture.Quantity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksDrawingTest {
    /** One block of ten bytes at all steps; the one that is marked has a byte more. */
    private static BlocksOverSteps picture(int steps, int marked, Witness... witnesses) {
        List<Step> all = IntStream.range(0, steps)
                .mapToObj(step -> new Step("layer" + step, new Quantity(step == marked ? 11 : 10, ""), "step " + step))
                .toList();
        return new BlocksOverSteps(
                "held",
                "what is held",
                "",
                all,
                List.of(new Stretch("forward", 0)),
                List.of("weights", "activations"),
                List.of(new Block("a <b>", "a & b", 1, 2, List.of(new Span(0, steps - 1, 0, 10)))),
                new Quantity(11, "11 B"),
                List.of(new Quantity(0, "0 B"), new Quantity(8, "8 B")),
                new Mark(marked, "peak 11 B", List.of(witnesses)));
    }

    private static String described(BlocksOverSteps picture) {
        Markup page = new Markup();
        new BlocksDrawing(picture).describe(page);
        return page.finished();
    }

    @Test
    void eachStepIsDescribedInALine() {
        assertThat(described(picture(3, 1)))
                .contains(" data-marked=\"1\"")
                .endsWith(">step 0\nstep 1\nstep 2</metadata>");
    }

    /** 870 pixels have room for the steps: of 8,700, each describes ten; step 4,321 is the fullest of those of pixel 432. */
    @Test
    void ofMoreStepsThanPixelsTheFullestAreDescribed() {
        String described = described(picture(8_700, 4_321));

        assertThat(described.lines()).hasSize(870);
        assertThat(described)
                .contains(" data-marked=\"432\"", "\nstep 4310\nstep 4321\nstep 4330\n")
                .endsWith("\nstep 8690</metadata>");
    }

    @Test
    void whatIsDrawnIsEscapedAndItsUnusedColoursAreNotNamed() {
        assertThat(Svg.alone(picture(3, 1)))
                .contains("<title>a &amp; b</title>", ">a &lt;b&gt;</text>", ">activations</text>", ">peak 11 B</text>")
                .doesNotContain(">weights</text>", "metadata", "held at the peak");
    }

    /**
     * Of the 960 pixels, 106 + 78 lie before the label, and 12 after the words. A label of 60 letters of 7 pixels leaves 764 - 10 - 420 =
     * 334, which is 47 letters: one part of 40. Below it are 754, which is 107 letters: two parts of 40, and a space, but not three.
     */
    @Test
    void wordsThatHaveNoRoomBesideTheirLabelStandBelowIt() {
        String part = "x".repeat(39);
        Witness witness =
                new Witness(new Quantity(11, "11 B"), "l".repeat(60), String.join(", ", part, part, part, part), 1, 0);

        BlocksDrawing drawing = new BlocksDrawing(picture(3, 1, witness));
        Markup svg = new Markup();
        drawing.draw(svg);

        assertThat(svg.finished())
                .contains(">" + part + ",</tspan>", ">" + part + ", " + part + ",</text>", ">" + part + "</text>");
        assertThat(drawing.height() - new BlocksDrawing(picture(3, 1)).height()).isEqualTo(12 + 20 * (1 + 3));
    }

    /** 754 pixels have 107 letters. */
    @Test
    void whatIsLongerThanALineIsShortened() {
        String svg =
                Svg.alone(picture(3, 1, new Witness(new Quantity(11, "11 B"), "n".repeat(500), "w".repeat(500), 1, 0)));

        assertThat(svg)
                .contains(
                        ">" + "n".repeat(54) + "…" + "n".repeat(54) + "<",
                        ">" + "w".repeat(53) + "…" + "w".repeat(53) + "<");
    }
}
