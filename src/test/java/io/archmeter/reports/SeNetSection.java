package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Reason.ofRounded;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.PERCENT;

/** What squeeze and excitation adds to ResNet-50. */
final class SeNetSection {
    private SeNetSection() {}

    static Section squeezeAndExcitation() {
        Study resnet = Study.of("resnet.yaml#resnet50");
        Study paper = Study.of("resnet.yaml#resnet50_v1");
        Study senet = Study.of("examples/se_block.yaml");
        return section("Squeeze and excitation", Sources.SENET + ", Table 2 and section 4")
                .specs(resnet, paper, senet)
                .text(
                        "Each channel's mean goes through two small layers, to a sixteenth of the channels and back, and what "
                                + "comes out scales the channel. What a block adds does not depend on where its residual has "
                                + "the stride: the example has it in the 3×3 convolutions (v1.5), the paper's figures are those "
                                + "of a stride in the first 1×1 (v1).")
                .table(costs(resnet, paper, senet));
    }

    private static Table costs(Study resnet, Study paper, Study senet) {
        Part added = senet.all().where(layer -> layer.name().contains(".se."));
        Part early = added.where(layer -> !layer.name().startsWith("layer4."));
        Quantity base = paper.all().multiplyAdds();
        Quantity with = base.plus(added.multiplyAdds());
        Quantity scaled =
                added.where(layer -> layer.operator().equals("multiply")).elements();
        Quantity parameters = resnet.all().parameters();
        return Table.ledger("figure")
                .row("ResNet-50, parameters", figure("25", M, parameters).because(Reason.cutOff()))
                .row("added parameters", figure("2.5", M, added.parameters()))
                .row(
                        "added parameters, share",
                        figure("10", PERCENT, added.parameters().per(parameters)))
                .row(
                        "added but in the last stage, share",
                        figure("4", PERCENT, early.parameters().per(parameters)))
                .row("SE-ResNet-50, parameters", ours(senet.all().parameters(), M, 1))
                .row("ResNet-50 (v1), multiply-adds", figure("3.86", G, base))
                .row("added multiply-adds", ours(added.multiplyAdds(), M, 1))
                .row(
                        "SE-ResNet-50 (v1), multiply-adds",
                        figure("3.87", G, with)
                                .because(counting("with the products that scale the channels")
                                        .giving(with.plus(scaled))))
                .row(
                        "added multiply-adds, share",
                        figure("0.26", PERCENT, added.multiplyAdds().per(base)).because(ofRounded("0.01", "3.86")))
                .row("ResNet-50 (v1.5), multiply-adds", ours(resnet.all().multiplyAdds(), G, 3))
                .row("SE-ResNet-50 (v1.5), multiply-adds", ours(senet.all().multiplyAdds(), G, 3));
    }
}
