package io.archmeter.reports;

import static io.archmeter.reports.Figure.figure;
import static io.archmeter.reports.Reason.counting;
import static io.archmeter.reports.Section.section;
import static io.archmeter.reports.Table.measure;
import static io.archmeter.reports.Unit.G;
import static io.archmeter.reports.Unit.ONE;

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
     * @param top1 accuracy on ImageNet, in percent
     * @param parameters all of them
     * @param multiplyAdds in 10⁹, at the size that the weights were measured with
     */
    private record Published(String name, String reference, String top1, String parameters, String multiplyAdds) {}

    /** Torchvision 0.28, weights IMAGENET1K_V1 of each: {@code acc@1}, {@code num_params} and {@code _ops}. */
    private static final List<Published> MODELS = List.of(
            new Published("AlexNet", "alexnet.yaml#alexnet", "56.522", "61100840", "0.714"),
            new Published("VGG-16", "vgg.yaml#vgg16", "71.592", "138357544", "15.47"),
            new Published("VGG-19", "vgg.yaml#vgg19", "72.376", "143667240", "19.632"),
            new Published("GoogLeNet", "googlenet.yaml#googlenet", "69.778", "6624904", "1.498"),
            new Published("Inception v3", "inception_v3.yaml", "77.294", "27161264", "5.713"),
            new Published("ResNet-18", "resnet.yaml#resnet18", "69.758", "11689512", "1.814"),
            new Published("ResNet-34", "resnet.yaml#resnet34", "73.314", "21797672", "3.664"),
            new Published("ResNet-50", "resnet.yaml#resnet50", "76.130", "25557032", "4.089"),
            new Published("ResNet-101", "resnet.yaml#resnet101", "77.374", "44549160", "7.801"),
            new Published("ResNet-152", "resnet.yaml#resnet152", "78.312", "60192808", "11.514"),
            new Published("ResNeXt-50, 32×4d", "resnet.yaml#resnext50_32x4d", "77.618", "25028904", "4.23"),
            new Published("ResNeXt-101, 32×8d", "resnet.yaml#resnext101_32x8d", "79.312", "88791336", "16.414"),
            new Published("DenseNet-121", "densenet.yaml#densenet121", "74.434", "7978856", "2.834"),
            new Published("DenseNet-169", "densenet.yaml#densenet169", "75.600", "14149480", "3.36"),
            new Published("DenseNet-201", "densenet.yaml#densenet201", "76.896", "20013928", "4.291"),
            new Published("MobileNetV2", "mobilenet_v2.yaml", "71.878", "3504872", "0.301"),
            new Published("ShuffleNetV2, 0.5×", "shufflenet_v2.yaml#shufflenet_v2_x0_5", "60.552", "1366792", "0.04"),
            new Published("ShuffleNetV2, 1×", "shufflenet_v2.yaml#shufflenet_v2_x1_0", "69.362", "2278604", "0.145"),
            new Published("ShuffleNetV2, 2×", "shufflenet_v2.yaml#shufflenet_v2_x2_0", "76.230", "7393996", "0.583"),
            new Published("EfficientNet-B0", "efficientnet.yaml#efficientnet_b0", "77.692", "5288548", "0.386"),
            new Published("EfficientNet-B1", "efficientnet.yaml#efficientnet_b1", "78.642", "7794184", "0.687"),
            new Published("EfficientNet-B2", "efficientnet.yaml#efficientnet_b2", "80.608", "9109994", "1.088"),
            new Published("EfficientNet-B3", "efficientnet.yaml#efficientnet_b3", "82.008", "12233232", "1.827"),
            new Published("EfficientNet-B4", "efficientnet.yaml#efficientnet_b4", "83.384", "19341616", "4.394"),
            new Published("EfficientNet-B5", "efficientnet.yaml#efficientnet_b5", "83.444", "30389784", "10.266"),
            new Published("EfficientNet-B6", "efficientnet.yaml#efficientnet_b6", "84.008", "43040704", "19.068"),
            new Published("EfficientNet-B7", "efficientnet.yaml#efficientnet_b7", "84.122", "66347960", "37.746"));

    private record Counted(Published published, Study study) {}

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
                    .quote(model.published().top1());
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
                .sorted(Comparator.comparing((Counted model) ->
                                new BigDecimal(model.published().top1()))
                        .reversed())
                .forEach(model -> chart.row(
                        model.published().top1() + " % " + model.published().name(),
                        model.study().all().parameters(),
                        model.study().all().multiplyAdds()));
        return chart.text();
    }
}
