package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Reason.ofRounded;
import static io.archmeter.reports.Reason.wrong;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.K;
import static io.archmeter.reports.Unit.KIB;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.MB;
import static io.archmeter.reports.Unit.TIMES;

/** Where GoogLeNet saves against VGG-16: at its beginning and at its end. */
final class StemAndHeadSections {
    private static final String TWO_OF_THREE = "counted with two convolutions in stage 3 in place of three";

    private StemAndHeadSections() {}

    static Section stems() {
        Study googlenet = Study.of("studies/stems.yaml#googlenet");
        Study lecture = Study.of("studies/stems.yaml#vgg16_lecture");
        Study vgg = Study.of("studies/stems.yaml#vgg16");
        return section("The stem of GoogLeNet against that of VGG-16", Sources.EECS)
                .specs(googlenet, lecture, vgg)
                .text("From 224×224 to 28×28. The lecture's work of a max pool is its comparisons. Its totals for "
                        + "GoogLeNet include the pools, in memory and in work; those for VGG-16 do not.")
                .table(Table.grid(
                                "layer of GoogLeNet",
                                measure("memory", KIB),
                                measure("parameters", K),
                                measure("multiply-adds and comparisons", M))
                        .row("7×7 convolution", layer(googlenet.at("stem.conv1"), "3136", "9", "118"))
                        .row("max pool", layer(googlenet.at("stem.pool1"), "784", "0", "2"))
                        .row("1×1 convolution", layer(googlenet.at("stem.conv2"), "784", "4", "13"))
                        .row("3×3 convolution", layer(googlenet.at("stem.conv3"), "2352", "111", "347"))
                        .row("max pool", layer(googlenet.at("stem.pool2"), "588", "0", "1")))
                .table(stemTotals(googlenet.all(), lecture.operators("conv"), vgg.operators("conv")));
    }

    private static Figure[] layer(Part part, String memory, String parameters, String work) {
        return new Figure[] {
            figure(memory, KIB, part.memory()), figure(parameters, K, part.parameters()), figure(work, M, work(part)),
        };
    }

    private static Quantity work(Part part) {
        return part.multiplyAdds().plus(part.comparisons());
    }

    private static Table stemTotals(Part googlenet, Part lecture, Part vgg) {
        Quantity lectureMemory = lecture.memory().per(googlenet.memory());
        return Table.ledger("figure")
                .row("GoogLeNet, memory", figure("7.5", MB, googlenet.memory()))
                .row("GoogLeNet, parameters", figure("124", K, googlenet.parameters()))
                .row(
                        "GoogLeNet, multiply-adds and comparisons",
                        figure("418", M, work(googlenet))
                                .because(wrong("the five rows add to 481; the digits may have changed places")))
                .row("VGG-16 of the lecture, memory", figure("42.9", MB, lecture.memory()))
                .row("VGG-16 of the lecture, parameters", figure("1.1", M, lecture.parameters()))
                .row("VGG-16 of the lecture, multiply-adds", figure("7485", M, lecture.multiplyAdds()))
                .row("VGG-16 of the lecture to GoogLeNet, memory", figure("5.7", TIMES, lectureMemory))
                .row(
                        "VGG-16 of the lecture to GoogLeNet, parameters",
                        figure("8.9", TIMES, lecture.parameters().per(googlenet.parameters()))
                                .because(ofRounded("1.1e6", "124e3")))
                .row(
                        "VGG-16 of the lecture to GoogLeNet, work",
                        figure("17.8", TIMES, lecture.multiplyAdds().per(work(googlenet)))
                                .because(wrong("it goes with the wrong 418, though 7485 / 418 is 17.9")))
                .row(
                        "VGG-16 of the paper, memory",
                        figure("42.9", MB, vgg.memory())
                                .because(wrong(TWO_OF_THREE).giving(lecture.memory())))
                .row(
                        "VGG-16 of the paper, parameters",
                        figure("1.1", M, vgg.parameters())
                                .because(wrong(TWO_OF_THREE).giving(lecture.parameters())))
                .row(
                        "VGG-16 of the paper, multiply-adds",
                        figure("7485", M, vgg.multiplyAdds())
                                .because(wrong(TWO_OF_THREE).giving(lecture.multiplyAdds())))
                .row(
                        "VGG-16 of the paper to GoogLeNet, memory",
                        ours(vgg.memory().per(googlenet.memory()), TIMES, 1))
                .row(
                        "VGG-16 of the paper to GoogLeNet, parameters",
                        ours(vgg.parameters().per(googlenet.parameters()), TIMES, 1))
                .row(
                        "VGG-16 of the paper to GoogLeNet, work",
                        ours(vgg.multiplyAdds().per(work(googlenet)), TIMES, 1));
    }

    static Section heads() {
        Study googlenet = Study.of("studies/heads.yaml#googlenet");
        Study vgg = Study.of("studies/heads.yaml#vgg16");
        Part fc = googlenet.at("head.fc");
        Part flatten = vgg.at("head.flatten");
        return section("The head of GoogLeNet against that of VGG-16", Sources.EECS)
                .specs(googlenet, vgg)
                .text("From maps of 7×7 to 1000 classes. The mean of each map leaves 1024 numbers, where VGG-16 "
                        + "flattens 25,088 into a linear layer.")
                .table(Table.grid(
                                "layer", measure("memory", KIB), measure("parameters", K), measure("multiply-adds", M))
                        .row("GoogLeNet, average pool", plain(googlenet.at("head.avgpool"), "4", "0", "0"))
                        .row(
                                "GoogLeNet, fc",
                                figure("0", KIB, fc.memory()).because(wrong("1000 outputs are 3.9 KiB")),
                                figure("1025", K, fc.parameters()),
                                figure("1", M, fc.multiplyAdds()))
                        .note("these parameters include the biases")
                        .row(
                                "VGG-16, flatten",
                                figure("98", KIB, flatten.memory()),
                                ours(flatten.parameters(), K, 0),
                                ours(flatten.multiplyAdds(), M, 0))
                        .row("VGG-16, fc6", linear(vgg.at("head.fc6"), "16", "102760", "103"))
                        .row("VGG-16, fc7", linear(vgg.at("head.fc7"), "16", "16777", "17"))
                        .row("VGG-16, fc8", linear(vgg.at("head.fc8"), "4", "4096", "4")))
                .table(Table.ledger("figure")
                        .row("GoogLeNet, parameters", ours(googlenet.all().parameters(), M, 1))
                        .row("VGG-16, parameters", ours(vgg.all().parameters(), M, 1))
                        .row(
                                "VGG-16 to GoogLeNet, parameters",
                                ours(vgg.all().parameters().per(googlenet.all().parameters()), TIMES, 0)));
    }

    private static Figure[] plain(Part part, String memory, String parameters, String multiplyAdds) {
        return new Figure[] {
            figure(memory, KIB, part.memory()),
            figure(parameters, K, part.parameters()),
            figure(multiplyAdds, M, part.multiplyAdds()),
        };
    }

    private static Figure[] linear(Part part, String memory, String parameters, String multiplyAdds) {
        return new Figure[] {
            figure(memory, KIB, part.memory()),
            figure(parameters, K, part.parameters()).because(AlexNetSections.withoutBiases(part)),
            figure(multiplyAdds, M, part.multiplyAdds()),
        };
    }
}
