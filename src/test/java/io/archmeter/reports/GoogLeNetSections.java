package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Reason.cutOff;
import static io.archmeter.reports.Reason.wrong;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.K;
import static io.archmeter.reports.Unit.K1024;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.ONE;
import static io.archmeter.reports.Unit.TIMES;

/** The Inception module, and GoogLeNet as a whole. */
final class GoogLeNetSections {
    private GoogLeNetSections() {}

    static Section inceptionModule() {
        Study naive = Study.of("studies/inception_module.yaml#naive");
        Study bottleneck = Study.of("studies/inception_module.yaml#bottleneck");
        Quantity twice =
                bottleneck.all().multiplyAdds().plus(bottleneck.at("branch3.1").multiplyAdds());
        return section("The Inception module, naive against bottleneck", Sources.CS231N + ", slides 48-55")
                .specs(naive, bottleneck)
                .text("On maps of 28×28×256, without bias. The lecture's \"ops\" are multiply-adds.")
                .table(Table.ledger("figure")
                        .row("naive, output channels", figure("672", ONE, naive.outputChannels()))
                        .row("naive, 1×1 convolution", ours(naive.at("branch1").multiplyAdds(), M, 1))
                        .row("naive, 3×3 convolution", ours(naive.at("branch3").multiplyAdds(), M, 1))
                        .row("naive, 5×5 convolution", ours(naive.at("branch5").multiplyAdds(), M, 1))
                        .row(
                                "naive, multiply-adds",
                                figure("854", M, naive.all().multiplyAdds()))
                        .row("bottleneck, output channels", figure("480", ONE, bottleneck.outputChannels()))
                        .row(
                                "bottleneck, 1×1 convolution",
                                ours(bottleneck.at("branch1").multiplyAdds(), M, 1))
                        .row(
                                "bottleneck, 1×1 before 3×3",
                                ours(bottleneck.at("branch3.0").multiplyAdds(), M, 1))
                        .row(
                                "bottleneck, 3×3 convolution",
                                ours(bottleneck.at("branch3.1").multiplyAdds(), M, 1))
                        .row(
                                "bottleneck, 1×1 before 5×5",
                                ours(bottleneck.at("branch5.0").multiplyAdds(), M, 1))
                        .row(
                                "bottleneck, 5×5 convolution",
                                ours(bottleneck.at("branch5.1").multiplyAdds(), M, 1))
                        .row(
                                "bottleneck, 1×1 after the pool",
                                ours(bottleneck.at("pool").multiplyAdds(), M, 1))
                        .row(
                                "bottleneck, multiply-adds",
                                figure("358", M, bottleneck.all().multiplyAdds())
                                        .because(wrong("its 3×3 convolution was counted twice")
                                                .giving(twice)))
                        .row(
                                "naive to bottleneck, multiply-adds",
                                ours(
                                        naive.all()
                                                .multiplyAdds()
                                                .per(bottleneck.all().multiplyAdds()),
                                        TIMES,
                                        2)));
    }

    static Section twelveTimes() {
        Study towers = Study.of("alexnet.yaml#alexnet_two_towers");
        Study lecture = Study.of("alexnet.yaml#alexnet_lecture");
        Study bvlc = Study.of("googlenet.yaml#googlenet_bvlc");
        Study torchvision = Study.of("googlenet.yaml#googlenet");
        Study heads = Study.training("googlenet.yaml#googlenet_bvlc");
        Quantity ratio = parameters(towers).per(parameters(bvlc));
        String fewer = "the channels of the paper's own Table 1 give 7.0 M";
        return section(
                        "GoogLeNet's 12 times fewer parameters than AlexNet",
                        Sources.GOOGLENET + "; " + Sources.CS231N + "; " + Sources.CS231N_NOTES + "; "
                                + Sources.INCEPTION_V3)
                .specs(towers, lecture, bvlc, torchvision)
                .text("The papers and lectures divide 60 M by 5 M. The networks themselves, GoogLeNet without its two "
                        + "auxiliary heads, give a ratio of about 9.")
                .chart(Charts.totals(
                        "alexnet.yaml#alexnet_two_towers",
                        "alexnet.yaml#alexnet_lecture",
                        "googlenet.yaml#googlenet_bvlc"))
                .table(Table.ledger("figure")
                        .row(
                                "AlexNet of the paper (two towers)",
                                figure("60", M, parameters(towers)).because(cutOff()))
                        .row("AlexNet of the lecture and of torchvision", figure("61", M, parameters(lecture)))
                        .row(
                                "GoogLeNet, in the CS231n notes",
                                figure("4", M, parameters(bvlc)).because(wrong(fewer)))
                        .row(
                                "GoogLeNet, in the CS231n slides and the Inception v3 paper",
                                figure("5", M, parameters(bvlc)).because(wrong(fewer)))
                        .row("GoogLeNet of torchvision (3×3 in place of 5×5)", ours(parameters(torchvision), M, 1))
                        .row("GoogLeNet with its two auxiliary heads", ours(parameters(heads), M, 1))
                        .row(
                                "AlexNet to GoogLeNet, both of the papers",
                                figure("12", TIMES, ratio)
                                        .because(wrong("it takes 5 M for GoogLeNet")
                                                .giving(Quantity.ratio("60", "5"))))
                        .row(
                                "AlexNet to GoogLeNet, both of torchvision",
                                ours(parameters(lecture).per(parameters(torchvision)), TIMES, 1)));
    }

    private static Quantity parameters(Study study) {
        return study.all().parameters();
    }

    static Section table1() {
        Study bvlc = Study.of("googlenet.yaml#googlenet_bvlc");
        Study torchvision = Study.of("googlenet.yaml#googlenet");
        Study plain = Study.of("studies/googlenet_conv1.yaml#plain");
        Study separable = Study.of("studies/googlenet_conv1.yaml#separable");
        return section("GoogLeNet, module by module", Sources.GOOGLENET + ", Table 1")
                .specs(bvlc, torchvision, plain, separable)
                .text("The table's parameters are weights without biases, with a K of 1024: the linear layer's "
                        + "1024·1000 weights are its 1000K. Its work follows from its channels in all Inception "
                        + "modules but 5a, its parameters do not from 4a on.")
                .chart(Charts.layers("googlenet.yaml#googlenet_bvlc"))
                .table(modules(bvlc, separable))
                .text("The first row fits a separable convolution: eight filters of 7×7 for each colour, then 1×1. The "
                        + "batch normalization paper (" + Sources.BATCH_NORMALIZATION + ") describes such a layer for "
                        + "its own network; that GoogLeNet's table was made with it is inferred from the numbers.")
                .table(firstLayer(bvlc, torchvision, plain, separable));
    }

    private static Table modules(Study bvlc, Study separable) {
        Reason channels = wrong("does not follow from the channels in the same row");
        Part conv1 = bvlc.at("conv1");
        Part module3b = bvlc.at("inception3b");
        Table table = Table.grid("module", measure("weights", K1024), measure("multiply-adds", M));
        table.row(
                "conv1",
                figure("2.7", K1024, conv1.weights()).because(wrong("not a plain 7×7 convolution, see below")),
                figure("34", M, conv1.multiplyAdds())
                        .because(wrong("a separable convolution, see below")
                                .giving(separable.all().multiplyAdds())));
        table.row("conv2 and conv3", modulesOf(bvlc.at("conv2", "conv3"), "112", "360"));
        Part module3a = bvlc.at("inception3a");
        table.row(
                "3a",
                figure("159", K1024, module3a.weights()).because(cutOff()),
                figure("128", M, module3a.multiplyAdds()));
        table.row(
                "3b",
                figure("380", K1024, module3b.weights())
                        .because(counting("with the biases").giving(module3b.parameters())),
                figure("304", M, module3b.multiplyAdds()));
        Part module4a = bvlc.at("inception4a");
        table.row(
                "4a",
                figure("364", K1024, module4a.weights()).because(channels),
                figure("73", M, module4a.multiplyAdds()).because(cutOff()));
        other(table, "4b", bvlc, "437", "88");
        other(table, "4c", bvlc, "463", "100");
        other(table, "4d", bvlc, "580", "119");
        other(table, "4e", bvlc, "840", "170");
        Part module5a = bvlc.at("inception5a");
        table.row(
                "5a",
                figure("1072", K1024, module5a.weights()).because(channels),
                figure("54", M, module5a.multiplyAdds())
                        .because(wrong("what 1072 K weights would do on maps of 7×7")
                                .giving(Quantity.of(1072).times(1024).times(7 * 7))));
        other(table, "5b", bvlc, "1388", "71");
        table.row("linear", modulesOf(bvlc.at("fc"), "1000", "1"));
        return table;
    }

    private static void other(Table table, String name, Study bvlc, String weights, String multiplyAdds) {
        Part module = bvlc.at("inception" + name);
        table.row(
                name,
                figure(weights, K1024, module.weights())
                        .because(wrong("does not follow from the channels in the same row")),
                figure(multiplyAdds, M, module.multiplyAdds()));
    }

    private static Figure[] modulesOf(Part part, String weights, String multiplyAdds) {
        return new Figure[] {
            figure(weights, K1024, part.weights()), figure(multiplyAdds, M, part.multiplyAdds()),
        };
    }

    private static Table firstLayer(Study bvlc, Study torchvision, Study plain, Study separable) {
        Quantity whole = bvlc.all().multiplyAdds();
        Quantity withSeparable =
                whole.minus(plain.all().multiplyAdds()).plus(separable.all().multiplyAdds());
        return Table.ledger("figure")
                .row(
                        "separable first convolution, weights",
                        figure("2.7", K, separable.all().weights()))
                .note("here with a K of 1000; with 1024 it would take the biases as well")
                .row(
                        "separable first convolution, multiply-adds",
                        figure("34", M, separable.all().multiplyAdds()))
                .row("plain first convolution, multiply-adds", ours(plain.all().multiplyAdds(), M, 0))
                .row("GoogLeNet with the separable one, multiply-adds", figure("1.5", G, withSeparable))
                .row(
                        "GoogLeNet with the plain one, multiply-adds",
                        figure("1.5", G, whole)
                                .because(counting("with the separable one").giving(withSeparable)))
                .row(
                        "GoogLeNet of torchvision, multiply-adds",
                        figure("1.498", G, torchvision.all().multiplyAdds()))
                .note("as torchvision 0.28 publishes it; that it is near the paper's 1.5 G is a coincidence: the first "
                        + "convolution is plain, and 3×3 stands in place of 5×5");
    }
}
