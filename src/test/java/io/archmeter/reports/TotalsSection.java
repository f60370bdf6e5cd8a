package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Reason.cutOff;
import static io.archmeter.reports.Reason.ofRounded;
import static io.archmeter.reports.Reason.wrong;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.MB;
import static io.archmeter.reports.Unit.TIMES;

/** AlexNet against VGG-16, the lecture's and the paper's. */
final class TotalsSection {
    private static final String TWO_OF_THREE = "counted with two convolutions in stage 3 in place of three";

    private TotalsSection() {}

    static Section alexNetAgainstVgg() {
        Study alexnet = Study.of("alexnet.yaml#alexnet_lecture");
        Study lecture = Study.of("studies/vgg_lecture.yaml");
        Study vgg = Study.of("vgg.yaml#vgg16");
        return section("AlexNet against VGG-16", Sources.EECS)
                .specs(alexnet, lecture, vgg)
                .text("Memory is that of the outputs of convolutions and linear layers, without pools and without the "
                        + "image. The lecture draws its VGG-16 with two convolutions in stage 3, twelve in all, and "
                        + "counts that network; configuration D of the paper has three and thirteen.")
                .chart(Charts.totals("alexnet.yaml#alexnet_lecture", "studies/vgg_lecture.yaml", "vgg.yaml#vgg16"))
                .chart(Charts.layers("alexnet.yaml#alexnet_lecture", "vgg.yaml#vgg16"))
                .table(totals(alexnet, lecture, vgg));
    }

    private static Table totals(Study alexnet, Study lecture, Study vgg) {
        Quantity few = memory(alexnet);
        Quantity memory = memory(lecture);
        Part small = alexnet.all();
        Part drawn = lecture.all();
        Part real = vgg.all();
        return Table.ledger("figure")
                .row("AlexNet, memory", figure("1.9", MB, few))
                .row("AlexNet, parameters", figure("61", M, small.parameters()))
                .row("AlexNet, multiply-adds", figure("0.7", G, small.multiplyAdds()))
                .row("VGG-16 of the lecture, memory", figure("48.6", MB, memory).because(cutOff()))
                .row("VGG-16 of the lecture, parameters", figure("138", M, drawn.parameters()))
                .row("VGG-16 of the lecture, multiply-adds", figure("13.6", G, drawn.multiplyAdds()))
                .row("VGG-16 of the lecture to AlexNet, memory", figure("25", TIMES, memory.per(few)))
                .row(
                        "VGG-16 of the lecture to AlexNet, parameters",
                        figure("2.3", TIMES, drawn.parameters().per(small.parameters())))
                .row(
                        "VGG-16 of the lecture to AlexNet, multiply-adds",
                        figure("19.4", TIMES, drawn.multiplyAdds().per(small.multiplyAdds()))
                                .because(ofRounded("13.6", "0.7")))
                .row(
                        "VGG-16 of the paper, memory",
                        figure("48.6", MB, memory(vgg))
                                .because(wrong(TWO_OF_THREE).givingCutOff(memory)))
                .row("VGG-16 of the paper, parameters", figure("138", M, real.parameters()))
                .row(
                        "VGG-16 of the paper, multiply-adds",
                        figure("13.6", G, real.multiplyAdds())
                                .because(wrong(TWO_OF_THREE).giving(drawn.multiplyAdds())))
                .row(
                        "VGG-16 of the paper to AlexNet, memory",
                        figure("25", TIMES, memory(vgg).per(few))
                                .because(wrong(TWO_OF_THREE).giving(memory.per(few))))
                .row(
                        "VGG-16 of the paper to AlexNet, parameters",
                        figure("2.3", TIMES, real.parameters().per(small.parameters())))
                .row(
                        "VGG-16 of the paper to AlexNet, multiply-adds",
                        figure("19.4", TIMES, real.multiplyAdds().per(small.multiplyAdds()))
                                .because(wrong(TWO_OF_THREE).giving(Quantity.ratio("13.6", "0.7"))));
    }

    private static Quantity memory(Study study) {
        return study.operators("conv", "linear").memory();
    }
}
