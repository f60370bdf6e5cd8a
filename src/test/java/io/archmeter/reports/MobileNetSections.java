package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Reason.cutOff;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.HWC;
import static io.archmeter.reports.Unit.HWC2;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.TIMES;

import java.util.List;
import java.util.function.Function;

/** Depthwise separable convolutions, and the small networks made of them. */
final class MobileNetSections {
    private MobileNetSections() {}

    static Section separable() {
        Study standard = Study.of("studies/depthwise_separable.yaml#standard");
        Study separable = Study.of("studies/depthwise_separable.yaml#separable");
        Extents map = Extents.of(standard);
        return section("Depthwise separable convolutions", Sources.EECS + "; " + Sources.MOBILENET + ", Table 3")
                .specs(standard, separable)
                .text(
                        "A convolution of 3×3 from C to C channels computes 9C²HW. A depthwise one computes 9CHW, the 1×1 "
                                + "convolution that joins the channels again C²HW: faster by 9C/(9 + C), which nears 9 as C grows. "
                                + "Here C is 512 and the map 14×14, as in the paper's table.")
                .table(Table.ledger("multiply-adds")
                        .row(
                                "3×3 convolution",
                                figure("9", HWC2, work(standard, "conv").per(map.hwc2())))
                        .row(
                                "depthwise",
                                figure("9", HWC, work(separable, "depthwise").per(map.hwc())))
                        .row(
                                "1×1 convolution",
                                figure("1", HWC2, work(separable, "pointwise").per(map.hwc2())))
                        .row(
                                "3×3 convolution to depthwise and 1×1",
                                figure(
                                        "8.84",
                                        TIMES,
                                        standard.all()
                                                .multiplyAdds()
                                                .per(separable.all().multiplyAdds())))
                        .note("9·512 / (9 + 512)"))
                .table(Table.grid("layer", measure("parameters", M), measure("multiply-adds", M))
                        .row("3×3 convolution", layer(standard, "2.36", "462"))
                        .row("depthwise and 1×1", layer(separable, "0.27", "52.3")));
    }

    private static Quantity work(Study study, String path) {
        return study.at(path).multiplyAdds();
    }

    private static Figure[] layer(Study study, String parameters, String multiplyAdds) {
        return new Figure[] {
            figure(parameters, M, study.all().parameters()),
            figure(multiplyAdds, M, study.all().multiplyAdds()),
        };
    }

    static Section networks() {
        Study resnet = Study.of("resnet.yaml#resnet50");
        Study mobilenet = Study.of("mobilenet_v2.yaml");
        Study shufflenet = Study.of("shufflenet_v2.yaml#shufflenet_v2_x1_0");
        Reason withoutNormalization = counting("without batch normalization")
                .givingCutOff(mobilenet.operators("conv", "linear").parameters());
        return section(
                        "MobileNetV2 and ShuffleNetV2 beside ResNet-50",
                        Sources.MOBILENET_V2 + ", Table 4; " + Sources.SHUFFLENET_V2 + ", Table 5")
                .specs(resnet, mobilenet, shufflenet)
                .text("MobileNetV2 has a bottleneck turned round, wide in the middle, where its 3×3 convolution is "
                        + "depthwise. ShuffleNetV2 puts half of the channels through such a block and then shuffles "
                        + "them, so that the next block sees others. Memory is that of the outputs of convolutions and "
                        + "linear layers.")
                .table(Table.grid("network", measure("parameters", M), measure("multiply-adds", M))
                        .row(
                                "ResNet-50",
                                ours(resnet.all().parameters(), M, 1),
                                ours(resnet.all().multiplyAdds(), M, 0))
                        .row(
                                "MobileNetV2",
                                figure("3.4", M, mobilenet.all().parameters()).because(withoutNormalization),
                                figure("300", M, mobilenet.all().multiplyAdds()).because(cutOff()))
                        .row(
                                "ShuffleNetV2, 1×",
                                figure("2.3", M, shufflenet.all().parameters()),
                                figure("146", M, shufflenet.all().multiplyAdds())
                                        .because(counting("not known what else: at each of its four widths the paper "
                                                + "has about 1 % more than convolutions and the linear layer"))))
                .table(Table.ledger("figure")
                        .row("ResNet-50 to MobileNetV2, parameters", times(resnet, mobilenet, Part::parameters))
                        .row("ResNet-50 to MobileNetV2, multiply-adds", times(resnet, mobilenet, Part::multiplyAdds))
                        .row("ResNet-50 to MobileNetV2, memory", times(resnet, mobilenet, MobileNetSections::memory))
                        .row("ResNet-50 to ShuffleNetV2, parameters", times(resnet, shufflenet, Part::parameters))
                        .row("ResNet-50 to ShuffleNetV2, multiply-adds", times(resnet, shufflenet, Part::multiplyAdds))
                        .row(
                                "ResNet-50 to ShuffleNetV2, memory",
                                times(resnet, shufflenet, MobileNetSections::memory)));
    }

    private static Figure times(Study large, Study small, Function<Part, Quantity> what) {
        return ours(what.apply(large.all()).per(what.apply(small.all())), TIMES, 1);
    }

    private static Quantity memory(Part network) {
        return network.where(layer -> List.of("conv", "linear").contains(layer.operator()))
                .memory();
    }
}
