package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Reason.cutOff;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.C2;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.HW;
import static io.archmeter.reports.Unit.HWC2;
import static io.archmeter.reports.Unit.K;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.MB;

/** Convolutions in groups, and ResNeXt, which is made of them. */
final class GroupSections {
    private GroupSections() {}

    static Section groups() {
        Study one = grouped("one_group");
        Study two = grouped("two_groups");
        Study four = grouped("four_groups");
        Study depthwise = grouped("depthwise");
        return section("Convolutions in groups", Sources.EECS)
                .specs(one, two, four, depthwise)
                .text("In G groups, each filter sees one in G of the channels: a layer from C to C channels "
                        + "has C·(C/G)·K² weights and C·C·K²·HW/G multiply-adds, one in G of both. With as many "
                        + "groups as channels, the convolution is depthwise. Here K is 3, C is 64, and there is "
                        + "no bias; what is printed is the formula for these. The slide has G × (C/G) × (C·G) × "
                        + "K × K as the shape of the weights, where C·G has to be C/G.")
                .table(Table.ledger("figure")
                        .row("1 group, parameters", figure("9", C2, parameters(one)))
                        .row("2 groups, parameters", figure("4.5", C2, parameters(two)))
                        .note("9/2")
                        .row("4 groups, parameters", figure("2.25", C2, parameters(four)))
                        .note("9/4")
                        .row("64 groups, parameters", figure("0.140625", C2, parameters(depthwise)))
                        .note("9/64")
                        .row("1 group, multiply-adds", figure("9", HWC2, multiplyAdds(one)))
                        .row("2 groups, multiply-adds", figure("4.5", HWC2, multiplyAdds(two)))
                        .note("9/2")
                        .row("4 groups, multiply-adds", figure("2.25", HWC2, multiplyAdds(four)))
                        .note("9/4")
                        .row("64 groups, multiply-adds", figure("0.140625", HWC2, multiplyAdds(depthwise)))
                        .note("9/64"));
    }

    private static Study grouped(String variant) {
        return Study.of("studies/groups.yaml#" + variant);
    }

    private static Quantity parameters(Study study) {
        return study.all().parameters().per(Extents.of(study).c2());
    }

    private static Quantity multiplyAdds(Study study) {
        return study.all().multiplyAdds().per(Extents.of(study).hwc2());
    }

    static Section paths() {
        Study one = block("one_path");
        Study paths4 = block("four_paths");
        Study groups4 = block("four_groups");
        Study paths32 = block("thirty_two_paths");
        Study groups32 = block("thirty_two_groups");
        return section("One bottleneck against many thin ones", Sources.EECS + "; " + Sources.RESNEXT + ", Table 2")
                .specs(one, paths4, groups4, paths32, groups32)
                .text("A bottleneck from 4C to C to 4C channels computes 17HWC². G of them side by side, "
                        + "each of c channels, compute (8Cc + 9c²)·HWG, which is as much where 9Gc² + 8GCc − "
                        + "17C² is 0: the lecture has C = 64 and G = 4 with c = 24, or G = 32 with c = 4. Added "
                        + "up, they are one bottleneck of Gc channels whose 3×3 convolution has G groups.")
                .table(costs(one, paths4, groups4, paths32, groups32))
                .text("In the paper's own figures, for maps of 56×56:")
                .table(Table.grid("block", measure("parameters", K), measure("multiply-adds", G))
                        .row("1 path of 64 channels", asPrinted(one))
                        .row("4 paths of 24 channels", asPrinted(paths4))
                        .row("32 paths of 4 channels", asPrinted(paths32)))
                .text("What the equal sums hide is memory: each path puts out all 4C channels before they are added.")
                .table(Table.ledger("figure")
                        .row("1 path, memory", ours(one.all().memory(), MB, 1))
                        .row("4 paths, memory", ours(paths4.all().memory(), MB, 1))
                        .row("4 groups, memory", ours(groups4.all().memory(), MB, 1))
                        .row("32 paths, memory", ours(paths32.all().memory(), MB, 1))
                        .row("32 groups, memory", ours(groups32.all().memory(), MB, 1)));
    }

    private static Study block(String variant) {
        return Study.of("studies/resnext_block.yaml#" + variant);
    }

    private static Table costs(Study one, Study paths4, Study groups4, Study paths32, Study groups32) {
        Extents map = Extents.of(one);
        Extents narrow = new Extents(map.channels() / 4, map.height(), map.width());
        return Table.ledger("multiply-adds")
                .row("1 path of 64 channels", figure("17", HWC2, work(one).per(narrow.hwc2())))
                .row("4 paths of 24 channels", figure("17", HWC2, work(paths4).per(narrow.hwc2())))
                .row("32 paths of 4 channels", figure("17", HWC2, work(paths32).per(narrow.hwc2())))
                .row(
                        "4 paths of 24 channels, in full",
                        figure("69888", HW, work(paths4).per(narrow.hw())))
                .note("(8·64·24 + 9·24·24)·4")
                .row(
                        "4 groups of 24 channels, in full",
                        figure("69888", HW, work(groups4).per(narrow.hw())))
                .row(
                        "32 paths of 4 channels, in full",
                        figure("70144", HW, work(paths32).per(narrow.hw())))
                .note("(8·64·4 + 9·4·4)·32")
                .row(
                        "32 groups of 4 channels, in full",
                        figure("70144", HW, work(groups32).per(narrow.hw())));
    }

    private static Quantity work(Study study) {
        return study.all().multiplyAdds();
    }

    private static Figure[] asPrinted(Study study) {
        return new Figure[] {
            figure("70", K, study.all().parameters()),
            figure("0.22", G, study.all().multiplyAdds()),
        };
    }

    static Section resNext() {
        Study resnet50 = Study.of("resnet.yaml#resnet50");
        Study resnext50 = Study.of("resnet.yaml#resnext50_32x4d");
        return section("ResNeXt-50 beside ResNet-50", Sources.RESNEXT + ", Table 1")
                .specs(resnet50, resnext50)
                .text(
                        "32 paths of 4 channels in each bottleneck, twice as many in each stage as in the one before. The "
                                + "paper's ResNet-50 has the stride in the 3×3 convolutions (v1.5).")
                .table(Table.grid("network", measure("parameters", M), measure("multiply-adds", G))
                        .row(
                                "ResNet-50",
                                figure("25.5", M, resnet50.all().parameters()).because(cutOff()),
                                figure("4.1", G, resnet50.all().multiplyAdds()))
                        .row(
                                "ResNeXt-50, 32×4d",
                                figure("25.0", M, resnext50.all().parameters()),
                                figure("4.2", G, resnext50.all().multiplyAdds())));
    }
}
