package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Reason.wrong;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.K;
import static io.archmeter.reports.Unit.KIB;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.ONE;

/** AlexNet by itself: the lecture's table of twelve rows, and the paper. */
final class AlexNetSections {
    private AlexNetSections() {}

    static Section layerByLayer() {
        Study alexnet = Study.of("alexnet.yaml#alexnet_lecture");
        return section("AlexNet, layer by layer", Sources.EECS)
                .specs(alexnet)
                .text("One tower with the channels of torchvision, for an image of 227×227, with a padding "
                        + "of 2 before the first convolution.")
                .chart(Charts.layers("alexnet.yaml#alexnet_lecture"))
                .table(layers(alexnet))
                .text("Figures that the lecture works out step by step:")
                .table(workedOut(alexnet));
    }

    private static Table layers(Study alexnet) {
        Table table =
                Table.grid("layer", measure("memory", KIB), measure("parameters", K), measure("multiply-adds", M));
        plain(table, "conv1", alexnet.at("features.0"), "784", "23", "73");
        plain(table, "pool1", alexnet.at("features.2"), "182", "0", "0");
        plain(table, "conv2", alexnet.at("features.3"), "547", "307", "224");
        plain(table, "pool2", alexnet.at("features.5"), "127", "0", "0");
        plain(table, "conv3", alexnet.at("features.6"), "254", "664", "112");
        Part conv4 = alexnet.at("features.8");
        table.row(
                "conv4",
                figure("169", KIB, conv4.memory()),
                figure("885", K, conv4.parameters()),
                figure("145", M, conv4.multiplyAdds())
                        .because(wrong(
                                "256·13·13·384·3·3 are 149.5 M, and the chart on the next slide shows about 150")));
        plain(table, "conv5", alexnet.at("features.10"), "169", "590", "100");
        plain(table, "pool5", alexnet.at("features.12"), "36", "0", "0");
        plain(table, "flatten", alexnet.at("flatten"), "36", "0", "0");
        linear(table, "fc6", alexnet.at("classifier.1"), "16", "37749", "38");
        linear(table, "fc7", alexnet.at("classifier.4"), "16", "16777", "17");
        linear(table, "fc8", alexnet.at("classifier.6"), "4", "4096", "4");
        return table;
    }

    private static void plain(Table table, String name, Part part, String memory, String parameters, String work) {
        table.row(
                name,
                figure(memory, KIB, part.memory()),
                figure(parameters, K, part.parameters()),
                figure(work, M, part.multiplyAdds()));
    }

    private static void linear(Table table, String name, Part part, String memory, String parameters, String work) {
        table.row(
                name,
                figure(memory, KIB, part.memory()),
                figure(parameters, K, part.parameters()).because(withoutBiases(part)),
                figure(work, M, part.multiplyAdds()));
    }

    /** In the lecture's tables, the convolutions' parameters include the biases. */
    static Reason withoutBiases(Part linear) {
        return counting("in the linear rows the biases are left out").giving(linear.weights());
    }

    private static Table workedOut(Study alexnet) {
        Part conv1 = alexnet.at("features.0");
        Part pool1 = alexnet.at("features.2");
        Part fc6 = alexnet.at("classifier.1");
        return Table.ledger("figure")
                .row("conv1, elements of the output", figure("200704", ONE, conv1.elements()))
                .row("conv1, parameters", figure("23296", ONE, conv1.parameters()))
                .row("conv1, multiply-adds", figure("72855552", ONE, conv1.multiplyAdds()))
                .row("pool1, memory", figure("182.25", KIB, pool1.memory()))
                .row("pool1, comparisons", figure("419904", ONE, pool1.comparisons()))
                .note("the lecture's \"flops\" of a pool, which its table then shows as 0")
                .row(
                        "flatten, elements",
                        figure("9216", ONE, alexnet.at("flatten").elements()))
                .row(
                        "fc6, parameters",
                        figure("37725832", ONE, fc6.parameters())
                                .because(wrong("two digits changed places: 9216·4096 + 4096 are 37,752,832")))
                .row("fc6, multiply-adds", figure("37748736", ONE, fc6.multiplyAdds()));
    }

    static Section paper() {
        Study towers = Study.of("alexnet.yaml#alexnet_two_towers");
        Study one = Study.of("alexnet.yaml#alexnet_one_tower");
        return section(
                        "AlexNet of the paper",
                        Sources.ALEXNET + "; conv1's parameters: " + Sources.CS231N + ", slide 10")
                .specs(towers, one)
                .text("Two towers, with an input of 227×227: the paper's 224 does not give maps of 55×55, as "
                        + "(224 − 11) / 4 + 1 is no whole number.")
                .table(Table.ledger("figure")
                        .row(
                                "conv1, neurons",
                                figure("253440", ONE, towers.at("features.0").elements())
                                        .because(wrong("253,440 are 55·48·96; the map is 55·55·96")))
                        .row(
                                "conv2, neurons",
                                figure("186624", ONE, towers.at("features.4").elements()))
                        .row(
                                "conv3, neurons",
                                figure("64896", ONE, towers.at("features.8").elements()))
                        .row(
                                "conv4, neurons",
                                figure("64896", ONE, towers.at("features.10").elements()))
                        .row(
                                "conv5, neurons",
                                figure("43264", ONE, towers.at("features.12").elements()))
                        .row(
                                "fc6, neurons",
                                figure("4096", ONE, towers.at("classifier.1").elements()))
                        .row(
                                "fc7, neurons",
                                figure("4096", ONE, towers.at("classifier.4").elements()))
                        .row(
                                "fc8, neurons",
                                figure("1000", ONE, towers.at("classifier.6").elements()))
                        .row(
                                "conv1, neurons, in the CS231n notes",
                                figure("290400", ONE, one.at("features.0").elements()))
                        .row(
                                "conv1, weights without biases",
                                figure("35", K, one.at("features.0").weights())));
    }
}
