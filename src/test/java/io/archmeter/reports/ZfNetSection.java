package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.MB;
import static io.archmeter.reports.Unit.ONE;
import static io.archmeter.reports.Unit.TIMES;

/** ZFNet, the lecture's larger AlexNet. */
final class ZfNetSection {
    private ZfNetSection() {}

    static Section besideAlexNet() {
        Study alexnet = Study.of("alexnet.yaml#alexnet_one_tower");
        Study paper = Study.of("zfnet.yaml");
        Study lecture = Study.of("studies/zfnet_lecture.yaml");
        return section("ZFNet beside AlexNet", Sources.ZFNET + ", Figure 3; " + Sources.EECS)
                .specs(alexnet, paper, lecture)
                .text("ZFNet is AlexNet with a first convolution of 7×7 and stride 2 in place of 11×11 and "
                        + "stride 4. The network of the paper's figure has AlexNet's parameters and hardly more "
                        + "to compute, but more than twice its memory, as its first map is 110×110 in place of "
                        + "55×55. The one of the lecture has 512, 1024 and 512 filters in conv3, conv4 and "
                        + "conv5, in place of 384, 384 and 256. In the lecture, the top-5 error falls from "
                        + "AlexNet's 16.4 % to ZFNet's 11.7 %; neither source says what that costs. Memory is "
                        + "that of the outputs of convolutions and linear layers. AlexNet is the one without its "
                        + "division in two, as ZFNet has none.")
                .table(Table.ledger("figure")
                        .row("conv1, side of the map", side("110", paper, "conv1"))
                        .row("pool1, side of the map", side("55", paper, "pool1"))
                        .row("conv2, side of the map", side("26", paper, "conv2"))
                        .row("pool2, side of the map", side("13", paper, "pool2"))
                        .row("conv5, side of the map", side("13", paper, "conv5"))
                        .row("pool5, side of the map", side("6", paper, "pool5")))
                .text("What the three cost:")
                .table(costs(alexnet, paper, lecture));
    }

    private static Figure side(String printed, Study study, String layer) {
        return figure(printed, ONE, Quantity.of(study.at(layer).output().extent(2)));
    }

    private static Table costs(Study alexnet, Study paper, Study lecture) {
        Table table = Table.ledger("figure");
        costs(table, "AlexNet", alexnet);
        costs(table, "ZFNet of the paper", paper);
        costs(table, "ZFNet of the lecture", lecture);
        ratios(table, "ZFNet of the paper to AlexNet", paper, alexnet);
        ratios(table, "ZFNet of the lecture to AlexNet", lecture, alexnet);
        return table;
    }

    private static void costs(Table table, String name, Study study) {
        table.row(name + ", memory", ours(memory(study), MB, 1))
                .row(name + ", parameters", ours(study.all().parameters(), M, 1))
                .row(name + ", multiply-adds", ours(study.all().multiplyAdds(), M, 0));
    }

    private static void ratios(Table table, String names, Study study, Study to) {
        table.row(names + ", memory", ours(memory(study).per(memory(to)), TIMES, 1))
                .row(
                        names + ", parameters",
                        ours(study.all().parameters().per(to.all().parameters()), TIMES, 1))
                .row(
                        names + ", multiply-adds",
                        ours(study.all().multiplyAdds().per(to.all().multiplyAdds()), TIMES, 1));
    }

    private static Quantity memory(Study study) {
        return study.operators("conv", "linear").memory();
    }
}
