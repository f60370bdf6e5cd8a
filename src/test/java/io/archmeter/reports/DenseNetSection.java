package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Figure.ours;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Unit.BYTES;
import static io.archmeter.reports.Unit.M;
import static io.archmeter.reports.Unit.ONE;
import static io.archmeter.reports.Unit.PERCENT;
import static io.archmeter.reports.Unit.TIMES;

/** Dense blocks: what concatenation saves in parameters, and what it costs in memory. */
final class DenseNetSection {
    private DenseNetSection() {}

    static Section denseBlocks() {
        Study dense121 = Study.of("densenet.yaml#densenet121");
        Study dense201 = Study.of("densenet.yaml#densenet201");
        Study resnet50 = Study.of("resnet.yaml#resnet50");
        Study resnet101 = Study.of("resnet.yaml#resnet101");
        return section(
                        "DenseNet beside ResNet",
                        Sources.DENSENET + ", sections 3 and 4.4; what is kept: measured with PyTorch 2.13 and "
                                + "torchvision 0.28")
                .specs(dense121, dense201, resnet50, resnet101)
                .text(
                        "In a dense block, each layer's 32 channels are concatenated to all that came before, and the next "
                                + "layer takes them all: with k₀ channels at first, the layer of number l sees k₀ + 32·(l − 1).")
                .table(channels(dense121))
                .text(
                        "According to the paper, DenseNet-201 errs as often as ResNet-101, of which it says that it has more "
                                + "than 40 M parameters.")
                .table(parameters(dense201, resnet101))
                .text("The concatenations have no parameters, but each is a copy of all that came before it, and what "
                        + "normalizes it in training keeps it for the backward pass.")
                .table(memory(dense121, resnet50));
    }

    private static Table channels(Study dense121) {
        return Table.ledger("channels")
                .row("block 1, into layer 1", channels("64", dense121, "denseblock1.denselayer1"))
                .row("block 1, into layer 6", channels("224", dense121, "denseblock1.denselayer6"))
                .note("64 + 32·5")
                .row("block 4, into layer 1", channels("512", dense121, "denseblock4.denselayer1"))
                .row("block 4, into layer 16", channels("992", dense121, "denseblock4.denselayer16"))
                .note("512 + 32·15");
    }

    /** The first normalization of a layer takes all that the layer sees. */
    private static Figure channels(String printed, Study study, String layer) {
        Part normalization = study.at("features." + layer + ".norm1");
        return figure(printed, ONE, Quantity.of(normalization.output().channels()));
    }

    private static Table parameters(Study dense201, Study resnet101) {
        Part dense = dense201.all();
        Part residual = resnet101.all();
        return Table.ledger("figure")
                .row("DenseNet-201, parameters", figure("20", M, dense.parameters()))
                .row("ResNet-101, parameters", ours(residual.parameters(), M, 0))
                .row(
                        "ResNet-101 to DenseNet-201, parameters",
                        ours(residual.parameters().per(dense.parameters()), TIMES, 1))
                .row(
                        "ResNet-101 to DenseNet-201, multiply-adds",
                        ours(residual.multiplyAdds().per(dense.multiplyAdds()), TIMES, 1));
    }

    private static Table memory(Study dense121, Study resnet50) {
        Part dense = dense121.all();
        Part residual = resnet50.all();
        Quantity keptByDense = Study.keptForBackward("densenet.yaml#densenet121", 2);
        Quantity keptByResidual = Study.keptForBackward("resnet.yaml#resnet50", 2);
        return Table.ledger("figure")
                .row(
                        "DenseNet-121 to ResNet-50, parameters",
                        ours(dense.parameters().per(residual.parameters()), TIMES, 2))
                .row(
                        "DenseNet-121 to ResNet-50, multiply-adds",
                        ours(dense.multiplyAdds().per(residual.multiplyAdds()), TIMES, 2))
                .row(
                        "DenseNet-121, concatenations in the memory of convolutions and concatenations",
                        ours(
                                dense121.operators("concat")
                                        .memory()
                                        .per(dense121.operators("conv", "concat")
                                                .memory()),
                                PERCENT,
                                0))
                .row("DenseNet-121, kept of 2 images for the backward pass", figure("261057280", BYTES, keptByDense))
                .row("ResNet-50, kept of 2 images for the backward pass", figure("172031488", BYTES, keptByResidual))
                .row("DenseNet-121 to ResNet-50, kept", ours(keptByDense.per(keptByResidual), TIMES, 2));
    }
}
