package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.writer.ParsedPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Answers that are pages and pictures: what a browser would refuse, or ask somebody for, is not in them. */
class DrawnAnswersTest {
    private static Cli run(String line, String... more) {
        List<String> all = new ArrayList<>(List.of(line.split(" ")));
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff alexnet vgg16",
                "diff resnet50 resnext50_32x4d",
                "verify lenet5",
                "explain alexnet",
                "reconcile resnet50 multiply_adds fvcore",
                "reconcile resnet50 fvcore 4.1G",
                "reconcile resnet50 4.12G",
                "grow lenet5"
            })
    void aPageNeedsNobodyAndHasNoStyleOrHandlerOfItsElements(String line) {
        Cli page = run(line, "--format", "html");
        assertThat(page.out()).startsWith("<!DOCTYPE html>\n").contains("default-src 'none'");
        assertThat(page.out())
                .doesNotContain(" style=", "<script src", "<link", "<img", "href=\"http", "@import")
                .doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff alexnet vgg16",
                "diff alexnet vgg16 --picture totals",
                "diff alexnet vgg16 --picture changes",
                "diff resnet18 resnet152 --picture changes",
                "verify lenet5",
                "grow lenet5 --picture curve-batch",
                "reconcile resnet50 multiply_adds fvcore --picture terms",
                "reconcile resnet50 fvcore 4.1G",
            })
    void aPictureStandsAlone(String line) {
        Cli answer = run(line, "--format", "svg");
        answer.prints("<title>", "<desc>");
        Element svg = ParsedPage.of(answer.out()).root();
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getAttribute("viewBox"))
                .isEqualTo("0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
    }

    @Test
    void aPictureThatIsNotThereIsRefused() {
        run("diff alexnet vgg16 --format svg --picture change")
                .refusesWith("[unknown-picture] there is no picture 'change'");
        run("explain alexnet --format svg").refusesWith("[no-picture]");
    }

    /** torchvision prints 61,100,840 parameters of AlexNet, and 138,357,544 of VGG-16. */
    @Test
    void aPageOfADifferenceHasPicturesAndARowForEachLayer() {
        run("diff alexnet vgg16 --format html")
                .prints(
                        "id=\"picture-totals\"",
                        "id=\"picture-changes\"",
                        ">61.10 M<",
                        ">138.36 M<",
                        "data-of=\"~ classifier.1 → classifier.0\"",
                        "<td class=\"kind added\">added</td>");
    }

    @Test
    void equationsHaveTheirResults() {
        run("explain alexnet features.0 --format html")
                .prints(
                        "<table class=\"equations\"",
                        "<th scope=\"row\">parameters</th><td>64·3·11·11 + 64</td>"
                                + "<td class=\"number\" data-value=\"23296\">23,296</td>");
    }
}
