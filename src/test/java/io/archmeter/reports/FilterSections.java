package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Unit.C2;
import static io.archmeter.reports.Unit.HWC;
import static io.archmeter.reports.Unit.HWC2;
import static io.archmeter.reports.Unit.ONE;
import static io.archmeter.reports.Unit.PERCENT;

/** VGG's two rules of design: small filters, and twice the channels on half the map. */
final class FilterSections {
    private FilterSections() {}

    static Section why3x3() {
        Study one3 = study("one_3x3");
        Study two3 = study("two_3x3");
        Study three3 = study("three_3x3");
        Study one5 = study("one_5x5");
        Study one7 = study("one_7x7");
        Quantity more = one7.all().parameters().minus(three3.all().parameters());
        return section(
                        "Why 3×3",
                        Sources.CS231N + ", slides 28-30, and its notes; two against one 5×5: " + Sources.EECS
                                + "; 81 % more: " + Sources.VGG)
                .specs(one3, two3, three3, one5, one7)
                .text("From C channels to C channels without bias, with padding that keeps the map of H×W.")
                .table(Table.ledger("figure")
                        .row("one 3×3, receptive field", figure("3", ONE, one3.receptiveField()))
                        .row("two 3×3, receptive field", figure("5", ONE, two3.receptiveField()))
                        .row("one 5×5, receptive field", ours(one5.receptiveField(), ONE, 0))
                        .row("three 3×3, receptive field", figure("7", ONE, three3.receptiveField()))
                        .row("one 7×7, receptive field", ours(one7.receptiveField(), ONE, 0))
                        .row("two 3×3, parameters", figure("18", C2, parameters(two3)))
                        .row("one 5×5, parameters", figure("25", C2, parameters(one5)))
                        .row("three 3×3, parameters", figure("27", C2, parameters(three3)))
                        .row("one 7×7, parameters", figure("49", C2, parameters(one7)))
                        .row(
                                "one 7×7, more parameters than three 3×3",
                                figure("81", PERCENT, more.per(three3.all().parameters())))
                        .row("two 3×3, multiply-adds", figure("18", HWC2, multiplyAdds(two3)))
                        .row("one 5×5, multiply-adds", figure("25", HWC2, multiplyAdds(one5)))
                        .row("three 3×3, multiply-adds", ours(multiplyAdds(three3), HWC2, 0))
                        .row("one 7×7, multiply-adds", ours(multiplyAdds(one7), HWC2, 0)));
    }

    private static Study study(String variant) {
        return Study.of("studies/why_3x3.yaml#" + variant);
    }

    private static Quantity parameters(Study study) {
        return study.all().parameters().per(Extents.of(study).c2());
    }

    private static Quantity multiplyAdds(Study study) {
        return study.all().multiplyAdds().per(Extents.of(study).hwc2());
    }

    static Section doubledChannels() {
        Study before = Study.of("studies/doubled_channels.yaml#before_pool");
        Study after = Study.of("studies/doubled_channels.yaml#after_pool");
        long channels = Extents.of(before).channels();
        Extents of = new Extents(
                channels, Extents.of(after).height(), Extents.of(after).width());
        return section("Twice the channels after a pool", Sources.EECS)
                .specs(before, after)
                .text("A convolution of 3×3 without bias keeps C channels on a map of 2H×2W, and 2C channels on one of "
                        + "H×W: half the memory, four times the parameters, the same work. Memory is in elements.")
                .table(Table.ledger("figure")
                        .row(
                                "C at 2H×2W, memory",
                                figure("4", HWC, before.all().elements().per(of.hwc())))
                        .row(
                                "2C at H×W, memory",
                                figure("2", HWC, after.all().elements().per(of.hwc())))
                        .row(
                                "C at 2H×2W, parameters",
                                figure("9", C2, before.all().parameters().per(of.c2())))
                        .row(
                                "2C at H×W, parameters",
                                figure("36", C2, after.all().parameters().per(of.c2())))
                        .row(
                                "C at 2H×2W, multiply-adds",
                                figure("36", HWC2, before.all().multiplyAdds().per(of.hwc2())))
                        .row(
                                "2C at H×W, multiply-adds",
                                figure("36", HWC2, after.all().multiplyAdds().per(of.hwc2()))));
    }
}
