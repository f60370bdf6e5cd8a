package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Reason.cutOff;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.HWC2;

/** Residual blocks, and the networks made of them. */
final class ResNetSections {
    private ResNetSections() {}

    static Section blocks() {
        Study basic = Study.of("studies/residual_block.yaml#basic");
        Study bottleneck = Study.of("studies/residual_block.yaml#bottleneck");
        Quantity hwc2 = Extents.of(basic).hwc2();
        return section("Basic against bottleneck residual block", Sources.EECS)
                .specs(basic, bottleneck)
                .text("The basic block works on C channels. The bottleneck takes 4C channels, works on C and puts out "
                        + "4C: four times the channels, one layer more, and less to compute.")
                .table(Table.ledger("multiply-adds")
                        .row(
                                "basic, first 3×3",
                                figure("9", HWC2, work(basic, "block.conv1").per(hwc2)))
                        .row(
                                "basic, second 3×3",
                                figure("9", HWC2, work(basic, "block.conv2").per(hwc2)))
                        .row("basic", figure("18", HWC2, work(basic, "block").per(hwc2)))
                        .row(
                                "bottleneck, first 1×1",
                                figure(
                                        "4",
                                        HWC2,
                                        work(bottleneck, "block.conv1").per(hwc2)))
                        .row(
                                "bottleneck, 3×3",
                                figure(
                                        "9",
                                        HWC2,
                                        work(bottleneck, "block.conv2").per(hwc2)))
                        .row(
                                "bottleneck, second 1×1",
                                figure(
                                        "4",
                                        HWC2,
                                        work(bottleneck, "block.conv3").per(hwc2)))
                        .row(
                                "bottleneck",
                                figure("17", HWC2, work(bottleneck, "block").per(hwc2))));
    }

    private static Quantity work(Study study, String path) {
        return study.at(path).multiplyAdds();
    }

    static Section byDepth() {
        Study resnet18 = Study.of("resnet.yaml#resnet18");
        Study resnet34 = Study.of("resnet.yaml#resnet34");
        Study resnet50 = Study.of("resnet.yaml#resnet50");
        Study resnet101 = Study.of("resnet.yaml#resnet101");
        Study resnet152 = Study.of("resnet.yaml#resnet152");
        Study paper50 = Study.of("resnet.yaml#resnet50_v1");
        Study paper101 = Study.of("resnet.yaml#resnet101_v1");
        Study paper152 = Study.of("resnet.yaml#resnet152_v1");
        Study vgg19 = Study.of("vgg.yaml#vgg19");
        Part unprojected = resnet34.all().where(layer -> !layer.name().contains("downsample"));
        Reason identity = counting("without the 1×1 convolutions on three shortcuts; but it may be cut off as well")
                .giving(unprojected.multiplyAdds());
        return section(
                        "ResNet by depth",
                        Sources.RESNET + ", Table 1, which EECS 498-007 quotes, and section 3.3 for VGG-19; v1.5: what "
                                + "torchvision 0.28 publishes")
                .specs(resnet18, resnet34, resnet50, resnet101, resnet152, paper50, paper101, paper152, vgg19)
                .text("In a bottleneck that halves the map, the paper (v1) has the stride in the first 1×1 "
                        + "convolution, torchvision (v1.5) in the 3×3. The parameters are the same, and basic "
                        + "blocks know no such difference. A shortcut that changes the shape has a 1×1 "
                        + "convolution (the paper's option B), but the paper's figure for 34 layers may be "
                        + "that of shortcuts without (option A).")
                .chart(Charts.totals(
                        "resnet.yaml#resnet18",
                        "resnet.yaml#resnet34",
                        "resnet.yaml#resnet50",
                        "resnet.yaml#resnet101",
                        "resnet.yaml#resnet152",
                        "vgg.yaml#vgg19"))
                .chart(Charts.layers("resnet.yaml#resnet50"))
                .table(Table.grid("network", measure("v1, multiply-adds", G), measure("v1.5, multiply-adds", G))
                        .row("ResNet-18", figure("1.8", G, work(resnet18)), figure("1.814", G, work(resnet18)))
                        .row(
                                "ResNet-34",
                                figure("3.6", G, work(resnet34)).because(identity),
                                figure("3.664", G, work(resnet34)))
                        .row(
                                "ResNet-50",
                                figure("3.8", G, work(paper50)).because(cutOff()),
                                figure("4.089", G, work(resnet50)))
                        .row("ResNet-101", figure("7.6", G, work(paper101)), figure("7.801", G, work(resnet101)))
                        .row("ResNet-152", figure("11.3", G, work(paper152)), figure("11.514", G, work(resnet152))))
                .table(Table.grid("network", measure("multiply-adds", G))
                        .row("VGG-19", figure("19.6", G, work(vgg19))));
    }

    private static Quantity work(Study study) {
        return study.all().multiplyAdds();
    }
}
