package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.ONE;

import io.archmeter.accuracy.Accuracies;
import io.archmeter.accuracy.PublishedAccuracies;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What accuracy costs: the lecture's last picture, with torchvision's accuracies. */
final class ComplexitySection {
    /**
     * A model with what torchvision publishes of it.
     *
     * @param reference its spec
     * @param parameters all of them
     * @param multiplyAdds in 10⁹, at the size that the weights were measured with
     */
    private record Published(String name, String reference, String parameters, String multiplyAdds) {}

    /** Torchvision 0.28, weights IMAGENET1K_V1 of each: {@code num_params} and {@code _ops}. */
    private static final List<Published> MODELS = List.of(
            new Published("AlexNet", "alexnet.yaml#alexnet", "61100840", "0.714"),
            new Published("VGG-16", "vgg.yaml#vgg16", "138357544", "15.47"),
            new Published("VGG-19", "vgg.yaml#vgg19", "143667240", "19.632"),
            new Published("GoogLeNet", "googlenet.yaml#googlenet", "6624904", "1.498"),
            new Published("Inception v3", "inception_v3.yaml", "27161264", "5.713"),
            new Published("ResNet-18", "resnet.yaml#resnet18", "11689512", "1.814"),
            new Published("ResNet-34", "resnet.yaml#resnet34", "21797672", "3.664"),
            new Published("ResNet-50", "resnet.yaml#resnet50", "25557032", "4.089"),
            new Published("ResNet-101", "resnet.yaml#resnet101", "44549160", "7.801"),
            new Published("ResNet-152", "resnet.yaml#resnet152", "60192808", "11.514"),
            new Published("ResNeXt-50, 32×4d", "resnet.yaml#resnext50_32x4d", "25028904", "4.23"),
            new Published("ResNeXt-101, 32×8d", "resnet.yaml#resnext101_32x8d", "88791336", "16.414"),
            new Published("DenseNet-121", "densenet.yaml#densenet121", "7978856", "2.834"),
            new Published("DenseNet-169", "densenet.yaml#densenet169", "14149480", "3.36"),
            new Published("DenseNet-201", "densenet.yaml#densenet201", "20013928", "4.291"),
            new Published("MobileNetV2", "mobilenet_v2.yaml", "3504872", "0.301"),
            new Published("ShuffleNetV2, 0.5×", "shufflenet_v2.yaml#shufflenet_v2_x0_5", "1366792", "0.04"),
            new Published("ShuffleNetV2, 1×", "shufflenet_v2.yaml#shufflenet_v2_x1_0", "2278604", "0.145"),
            new Published("ShuffleNetV2, 2×", "shufflenet_v2.yaml#shufflenet_v2_x2_0", "7393996", "0.583"),
            new Published("EfficientNet-B0", "efficientnet.yaml#efficientnet_b0", "5288548", "0.386"),
            new Published("EfficientNet-B1", "efficientnet.yaml#efficientnet_b1", "7794184", "0.687"),
            new Published("EfficientNet-B2", "efficientnet.yaml#efficientnet_b2", "9109994", "1.088"),
            new Published("EfficientNet-B3", "efficientnet.yaml#efficientnet_b3", "12233232", "1.827"),
            new Published("EfficientNet-B4", "efficientnet.yaml#efficientnet_b4", "19341616", "4.394"),
            new Published("EfficientNet-B5", "efficientnet.yaml#efficientnet_b5", "30389784", "10.266"),
            new Published("EfficientNet-B6", "efficientnet.yaml#efficientnet_b6", "43040704", "19.068"),
            new Published("EfficientNet-B7", "efficientnet.yaml#efficientnet_b7", "66347960", "37.746"));

    private static final Accuracies TOP1 = PublishedAccuracies.torchvision();

    private record Counted(Published published, Study study) {
        /** Accuracy on ImageNet, in percent. */
        BigDecimal top1() {
            return TOP1.of(study.report().model()).orElseThrow().percent();
        }
    }

    private ComplexitySection() {}

    static Section chart() {
        List<Counted> models = MODELS.stream()
                .map(model -> new Counted(model, Study.of(model.reference())))
                .toList();
        return section(
                        "What accuracy costs",
                        "torchvision 0.28, weights IMAGENET1K_V1 of each model; the picture is that of "
                                + Sources.CANZIANI + ", which both lectures show")
                .specs(models.stream().map(Counted::study).toArray(Study[]::new))
                .text("Accuracy is not counted: it is quoted, of one crop of each of ImageNet's validation "
                        + "images, as large as the image that the work is counted for. The weights came about in "
                        + "different ways: those of GoogLeNet, Inception v3, DenseNet and EfficientNet were "
                        + "taken over from others, and ShuffleNetV2 2× was trained by a newer recipe than most. "
                        + "A place in the table is no verdict on a design.")
                .chart(Charts.scatter(MODELS.stream().map(Published::reference).toList()))
                .table(table(models))
                .text("From the parameters (○) to the multiply-adds (●) of each, the most accurate first. "
                        + "The scale is logarithmic. The lectures' picture has operations on its axis, of which "
                        + "a multiply-add is two, and parameters as the size of a disc.")
                .drawing(drawing(models));
    }

    private static Table table(List<Counted> models) {
        Table table = Table.quoting(
                "network",
                "top-1 (%), quoted",
                new Table.Measure("parameters", Optional.empty()),
                measure("multiply-adds", G));
        for (Counted model : models) {
            table.row(model.published().name(), parameters(model), multiplyAdds(model))
                    .quote(model.top1().toPlainString());
        }
        return table;
    }

    private static Figure parameters(Counted model) {
        Figure figure =
                figure(model.published().parameters(), ONE, model.study().all().parameters());
        Quantity withHeads = Study.training(model.published().reference()).all().parameters();
        return figure.agrees()
                ? figure
                : figure.because(counting("with the auxiliary head").giving(withHeads));
    }

    private static Figure multiplyAdds(Counted model) {
        return figure(model.published().multiplyAdds(), G, model.study().all().multiplyAdds());
    }

    private static String drawing(List<Counted> models) {
        DumbbellChart chart = new DumbbellChart(6, 11);
        models.stream()
                .sorted(Comparator.comparing(Counted::top1).reversed())
                .forEach(model -> chart.row(
                        model.top1() + " % " + model.published().name(),
                        model.study().all().parameters(),
                        model.study().all().multiplyAdds()));
        return chart.text();
    }
}
