package io.archmeter.reports;

import io.archmeter.reports.Reason.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page that sets the lectures' figures beside ours. */
final class LecturePage {
    private static final String INTRODUCTION = """
            # The lectures' comparisons, counted again

            Two well-known lectures and the papers behind them compare AlexNet, VGG-16, GoogLeNet, ResNet and what came
            after them in tables of memory, parameters and multiply-adds. This page sets what they print beside what
            Archmeter counts, and says where the two differ and why. The lectures are:

            - **EECS 498-007**: Justin Johnson, EECS 498-007/598-005, Deep Learning for Computer Vision, lecture 8, CNN
              Architectures, University of Michigan, fall 2019.
            - **CS231n**: Fei-Fei Li, Justin Johnson and Serena Yeung, CS231n, Convolutional Neural Networks for Visual
              Recognition, lecture 9, CNN Architectures, Stanford, 2 May 2017; with the
              [notes](https://cs231n.github.io/convolutional-networks/) of the course.

            `scripts/reports` makes the page: it reads the specs that each section names, counts, and compares each
            printed figure with the count. Nothing in the columns "ours", "exactly" and "agrees" is written by hand. To
            see a network layer by layer:

                scripts/archmeter analyze specs/studies/stems.yaml#googlenet

            What the words mean here:

            - **Multiply-adds**: a multiplication and the addition that goes with it are one, as in these sources
              (which call it flop, FLOP or op). Convolutions and linear layers have them, on padding too; the addition
              of a bias, pools and activations do not count.
            - **Parameters**: weights and biases. Where a table says weights, it leaves out the biases.
            - **Memory**: the bytes of layers' outputs, four per number, for one image. Which outputs belong to a total
              differs from source to source; each section says which. Activations and dropout work in place and add
              none.
            - **Units**: KiB is 1024 bytes, MB 1024·1024 bytes; k, M and G are thousand, million and billion.
              Exceptions are named.
            - **Agrees**: ours, rounded half up to the digits that are printed, is the printed figure. If it is not,
              either the source is wrong, or it counts differently, or it rounds differently. Where a reason ends with
              numbers in parentheses, they give the printed figure when they are rounded in the same way, or cut off
              where it says so; this is checked as well.
            """;

    private LecturePage() {}

    static List<Section> sections() {
        return List.of(
                AlexNetSections.layerByLayer(),
                AlexNetSections.paper(),
                ZfNetSection.besideAlexNet(),
                TotalsSection.alexNetAgainstVgg(),
                FilterSections.why3x3(),
                FilterSections.doubledChannels(),
                VggSections.layerByLayer(),
                VggSections.configurations(),
                GoogLeNetSections.inceptionModule(),
                StemAndHeadSections.stems(),
                StemAndHeadSections.heads(),
                GoogLeNetSections.twelveTimes(),
                GoogLeNetSections.table1(),
                ResNetSections.blocks(),
                ResNetSections.byDepth(),
                GroupSections.groups(),
                GroupSections.paths(),
                GroupSections.resNext(),
                SeNetSection.squeezeAndExcitation(),
                DenseNetSection.denseBlocks(),
                MobileNetSections.separable(),
                MobileNetSections.networks(),
                ComplexitySection.chart());
    }

    static String text() {
        List<Section> sections = sections();
        return beginning(sections)
                + "[lecture.html](lecture.html) is the same page with the lectures' charts, for a browser.\n\n"
                + sections.stream().map(Section::markdown).collect(Collectors.joining("\n"));
    }

    /** What stands above the sections. */
    static String beginning(List<Section> sections) {
        return INTRODUCTION + "\n" + summary(sections) + "\n\n";
    }

    private static String summary(List<Section> sections) {
        List<Figure> compared = sections.stream()
                .flatMap(section -> section.tables().stream())
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.figures().stream())
                .filter(figure -> figure.printed().isPresent())
                .toList();
        long agreeing = compared.stream().filter(Figure::agrees).count();
        String others = Arrays.stream(Cause.values())
                .map(cause -> cause + " (" + count(compared, cause) + ")")
                .collect(Collectors.joining(", "));
        return "Of " + compared.size() + " comparisons, " + agreeing + " agree.\nIn the others, " + others + ".";
    }

    private static long count(List<Figure> figures, Cause cause) {
        return figures.stream()
                .flatMap(figure -> figure.reason().stream())
                .filter(reason -> reason.cause() == cause)
                .count();
    }
}
