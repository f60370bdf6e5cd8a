package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Printed.about;
import static io.archmeter.reports.Reason.wrong;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Unit.DECIMAL_MB;
import static io.archmeter.reports.Unit.K;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.MB;
import static io.archmeter.reports.Unit.ONE;

import java.util.Optional;

/** VGG-16, layer by layer, and what its memory is said to be. */
final class VggSections {
    private VggSections() {}

    static Section layerByLayer() {
        Study vgg = Study.of("vgg.yaml#vgg16");
        return section("VGG-16, layer by layer", Sources.CS231N + ", slides 31-34, and " + Sources.CS231N_NOTES)
                .specs(vgg)
                .text("Elements of the outputs, and weights without biases. The source rounds most elements to one or "
                        + "two digits; zeros at the end are not taken for digits.")
                .table(layers(vgg))
                .text("The source adds its rows to 24 M. They add to 15.2 M with the image, and no other "
                        + "way of counting that is in use gives 24 M:")
                .table(memories(vgg));
    }

    private static Table layers(Study vgg) {
        Table table = Table.grid(
                "layer",
                new Table.Measure("elements", Optional.empty()),
                new Table.Measure("weights", Optional.empty()));
        layer(table, "conv 64", vgg.at("features.0"), about("3.2", M), "1728");
        layer(table, "conv 64", vgg.at("features.2"), about("3.2", M), "36864");
        layer(table, "pool", vgg.at("features.4"), about("800", K), "0");
        layer(table, "conv 128", vgg.at("features.5"), about("1.6", M), "73728");
        layer(table, "conv 128", vgg.at("features.7"), about("1.6", M), "147456");
        layer(table, "pool", vgg.at("features.9"), about("400", K), "0");
        layer(table, "conv 256", vgg.at("features.10"), about("800", K), "294912");
        layer(table, "conv 256", vgg.at("features.12"), about("800", K), "589824");
        layer(table, "conv 256", vgg.at("features.14"), about("800", K), "589824");
        layer(table, "pool", vgg.at("features.16"), about("200", K), "0");
        layer(table, "conv 512", vgg.at("features.17"), about("400", K), "1179648");
        layer(table, "conv 512", vgg.at("features.19"), about("400", K), "2359296");
        layer(table, "conv 512", vgg.at("features.21"), about("400", K), "2359296");
        layer(table, "pool", vgg.at("features.23"), about("100", K), "0");
        layer(table, "conv 512", vgg.at("features.24"), about("100", K), "2359296");
        layer(table, "conv 512", vgg.at("features.26"), about("100", K), "2359296");
        layer(table, "conv 512", vgg.at("features.28"), about("100", K), "2359296");
        layer(table, "pool", vgg.at("features.30"), about("25", K), "0");
        layer(table, "fc 4096", vgg.at("classifier.0"), Printed.printed("4096", ONE), "102760448");
        layer(table, "fc 4096", vgg.at("classifier.3"), Printed.printed("4096", ONE), "16777216");
        layer(table, "fc 1000", vgg.at("classifier.6"), Printed.printed("1000", ONE), "4096000");
        return table;
    }

    private static void layer(Table table, String name, Part part, Printed elements, String weights) {
        table.row(name, figure(elements, part.elements()), figure(weights, ONE, part.weights()));
    }

    private static Table memories(Study vgg) {
        Part counted = vgg.operators("conv", "linear");
        Part pooled = vgg.operators("conv", "maxpool", "linear");
        Part all = vgg.operators("conv", "relu", "maxpool", "linear", "dropout");
        Quantity rows = pooled.elements().plus(vgg.inputElements());
        Quantity bytes = rows.times(vgg.report().type().bytes(1));
        return Table.ledger("figure")
                .row("image, elements", figure(about("150", K), vgg.inputElements()))
                .row(
                        "image and rows above, elements",
                        figure("24", M, rows).because(wrong("the rows do not add to it")))
                .row(
                        "image and rows above, memory, on the slides",
                        figure("96", DECIMAL_MB, bytes)
                                .because(wrong("four bytes for each of the wrong 24 M")
                                        .giving(Quantity.of(24_000_000).times(4))))
                .row(
                        "image and rows above, memory, in the notes",
                        figure("93", MB, bytes)
                                .because(wrong("the wrong 24 M again, of which four bytes each are 91.6 MB")))
                .row("convolutions and linear layers, elements, in timm", figure("13.56", M, counted.elements()))
                .row("with pools, memory, in convnet-burden", figure("58", MB, pooled.memory()))
                .row(
                        "all layers with copies for ReLU and dropout, and the image, elements, in Netscope",
                        figure("28.80", M, all.elements().plus(vgg.inputElements())))
                .row("all weights", figure("138", M, vgg.all().weights()))
                .row("all weights and biases", ours(vgg.all().parameters(), M, 0));
    }

    static Section configurations() {
        Study a = Study.of("vgg.yaml#vgg11");
        Study b = Study.of("vgg.yaml#vgg13");
        Study c = Study.of("vgg.yaml#vgg16_c");
        Study d = Study.of("vgg.yaml#vgg16");
        Study e = Study.of("vgg.yaml#vgg19");
        return section("VGG by depth", Sources.VGG + ", Table 2")
                .specs(a, b, c, d, e)
                .table(Table.grid("configuration", Table.measure("parameters", M))
                        .row("A, 11 layers", figure("133", M, a.all().parameters()))
                        .row("B, 13 layers", figure("133", M, b.all().parameters()))
                        .row(
                                "C, 16 layers, three of them 1×1",
                                figure("134", M, c.all().parameters()))
                        .row("D, 16 layers", figure("138", M, d.all().parameters()))
                        .row("E, 19 layers", figure("144", M, e.all().parameters())));
    }
}
