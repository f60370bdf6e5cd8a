package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Key;
import io.archmeter.report.picture.LayerBars;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Ruler;
import io.archmeter.report.picture.Scatter;
import io.archmeter.report.picture.StackedShares;
import io.archmeter.report.writer.ParsedPage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;

/** Charts of comparisons as SVG: what is drawn, and that it lies on the paper. */
class ChartsTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>\"&'";

    private static final Ruler TO_200 = new Ruler(200, List.of(amount(0), amount(100), amount(200)));

    private static final GroupedBars BARS = new GroupedBars(
            "bars",
            "bars",
            "two groups",
            List.of("one", HOSTILE),
            List.of("a", HOSTILE),
            List.of(
                    new GroupedBars.Panel(
                            "first",
                            TO_200,
                            List.of(
                                    List.of(Optional.of(amount(100)), Optional.of(amount(200))),
                                    List.of(Optional.empty(), Optional.of(amount(0))))),
                    new GroupedBars.Panel(
                            "second",
                            TO_200,
                            List.of(
                                    List.of(Optional.of(amount(1)), Optional.of(amount(50))),
                                    List.of(Optional.empty(), Optional.of(amount(3)))))));

    private static final LayerBars LAYERS = new LayerBars(
            "layers",
            "layers",
            "two networks",
            List.of(new Key(Paint.series(0), "convolution"), new Key(Paint.REST, HOSTILE)),
            List.of(
                    new LayerBars.Network(
                            "small",
                            List.of(
                                    new LayerBars.Layer("conv", Paint.series(0)),
                                    new LayerBars.Layer(HOSTILE, Paint.REST))),
                    new LayerBars.Network(HOSTILE, List.of(new LayerBars.Layer("fc", Paint.step(0, 3)))),
                    new LayerBars.Network("nothing", List.of())),
            List.of(new LayerBars.Row(
                    "parameters",
                    TO_200,
                    List.of(
                            new LayerBars.Bars("150", List.of(amount(100), amount(50))),
                            new LayerBars.Bars("200", List.of(amount(200))),
                            new LayerBars.Bars("0", List.of())))));

    private static final StackedShares SHARES = new StackedShares(
            "shares",
            "shares",
            "three rows",
            List.of(new Key(Paint.step(0, 2), "first"), new Key(Paint.step(1, 2), "last")),
            List.of("a", HOSTILE, "nothing"),
            List.of(new StackedShares.Panel(
                    "memory",
                    List.of(
                            List.of(
                                    new StackedShares.Part("55x55", Paint.step(0, 2), amount(1)),
                                    new StackedShares.Part(HOSTILE, Paint.step(1, 2), amount(2))),
                            List.of(new StackedShares.Part("all", Paint.series(1), amount(Long.MAX_VALUE))),
                            List.of(new StackedShares.Part("none", Paint.series(1), amount(0)))))));

    private static final Scatter SCATTER = new Scatter(
            "scatter",
            "scatter",
            "two points",
            new Scatter.Axis("work", true, List.of(amount(10), amount(100), amount(1000))),
            new Scatter.Axis("accuracy", false, List.of(amount(50), amount(100))),
            List.of(
                    new Scatter.Point("a", Paint.series(0), amount(100), amount(75), amount(4)),
                    new Scatter.Point(HOSTILE, Paint.series(1), amount(1000), amount(100), amount(1)),
                    new Scatter.Point("c", Paint.series(2), amount(10), amount(50), amount(0))));

    static final List<Picture> ALL = List.of(BARS, LAYERS, SHARES, SCATTER);

    private static Quantity amount(long number) {
        return new Quantity(number, Long.toString(number));
    }

    private static Element parsed(Picture picture) {
        return ParsedPage.of(Svg.alone(picture)).root();
    }

    private static List<Element> ofClass(Element in, String name, String classes) {
        return ParsedPage.all(in, name).stream()
                .filter(element -> element.getAttribute("class").equals(classes))
                .toList();
    }

    private static int number(Element of, String attribute) {
        return Integer.parseInt(of.getAttribute(attribute));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everythingLiesOnThePaper(Picture picture) {
        Element svg = parsed(picture);
        int width = number(svg, "width");
        int height = number(svg, "height");

        for (Element box : ParsedPage.all(svg, "rect")) {
            if (!box.getAttribute("class").equals("paper")) {
                assertThat(number(box, "x")).isNotNegative();
                assertThat(number(box, "y")).isNotNegative();
                assertThat(number(box, "x") + number(box, "width")).isLessThan(width);
                assertThat(number(box, "y") + number(box, "height")).isLessThan(height);
            }
        }
        for (Element text : ParsedPage.all(svg, "text")) {
            if (text.hasAttribute("x")) {
                int end = text.getAttribute("class").contains("end")
                                || text.getAttribute("class").contains("middle")
                        ? 0
                        : Letters.width(text.getTextContent());
                assertThat(number(text, "x") + end).as(text.getTextContent()).isBetween(0, width);
                assertThat(number(text, "y")).as(text.getTextContent()).isBetween(1, height);
            }
        }
    }

    /** A name from a file is text, in titles and labels. */
    @ParameterizedTest
    @FieldSource("ALL")
    void namesAreTexts(Picture picture) {
        Element svg = parsed(picture);

        assertThat(ParsedPage.all(svg, "script")).isEmpty();
        assertThat(svg.getTextContent()).contains("alert(1)");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void thereAreNoAttributesThatAPolicyForbids(Picture picture) {
        assertThat(Svg.alone(picture)).doesNotContain(" style=", " onclick=", " onload=", "javascript:");
    }

    /** By hand: 200 pixels are 200; what is not there has no bar, and what is nothing has one of no length. */
    @Test
    void barsAreAsLongAsTheirAmounts() {
        Element svg = parsed(BARS);

        assertThat(ofClass(svg, "rect", "series-0").stream().filter(bar -> !bar.hasAttribute("rx")))
                .extracting(bar -> number(bar, "width"))
                .containsExactly(100, 1);
        assertThat(ofClass(svg, "rect", "series-1").stream().filter(bar -> !bar.hasAttribute("rx")))
                .extracting(bar -> number(bar, "width"))
                .containsExactly(200, 0, 50, 3);
        assertThat(ParsedPage.all(svg, "title"))
                .extracting(Element::getTextContent)
                .contains("a, one: first 100");
    }

    /** By hand: 130 pixels are 200, so that 100 are 65 and 50 are 32.5. The highest of each network has its number. */
    @Test
    void layersOfAllNetworksHaveOneScale() {
        Element svg = parsed(LAYERS);

        List<Element> bars = ParsedPage.all(svg, "rect").stream()
                .filter(bar -> bar.getElementsByTagName("title").getLength() == 1)
                .toList();
        assertThat(bars).extracting(bar -> number(bar, "height")).containsExactly(65, 32, 130);
        assertThat(bars)
                .extracting(bar -> number(bar, "y") + number(bar, "height"))
                .containsOnly(218);
        assertThat(ofClass(svg, "text", "number middle halo"))
                .extracting(Element::getTextContent)
                .containsExactly("100", "200");
        assertThat(ofClass(svg, "text", "faint end"))
                .extracting(Element::getTextContent)
                .contains("total 150", "total 200", "total 0");
    }

    /** By hand: of 270 pixels a third is 90; a part of nothing has none. */
    @Test
    void sharesFillTheirBars() {
        Element svg = parsed(SHARES);

        assertThat(ParsedPage.all(svg, "rect").stream()
                        .filter(part -> part.getAttribute("class").startsWith("part ")))
                .extracting(part -> number(part, "width"))
                .containsExactly(90, 180, 270);
    }

    /** By hand: the axis across has 720 pixels for two times ten, the one up 470 for 50; areas of 4 and 1 are radii of 2 and 1. */
    @Test
    void pointsLieWhereTheirAmountsAre() {
        Element svg = parsed(SCATTER);

        assertThat(ParsedPage.all(svg, "circle"))
                .extracting(disc -> number(disc, "cx"))
                .containsExactly(438, 798, 78);
        assertThat(ParsedPage.all(svg, "circle"))
                .extracting(disc -> number(disc, "cy"))
                .containsExactly(269, 34, 504);
        assertThat(ParsedPage.all(svg, "circle"))
                .extracting(disc -> number(disc, "r"))
                .containsExactly(26, 13, 3);
    }
}
