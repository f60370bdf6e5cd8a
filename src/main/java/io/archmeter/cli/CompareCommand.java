package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.BreakdownPictures;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.ComparePictures;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Models side by side. */
@Command(
        name = "compare",
        description = "what models cost, side by side",
        footer = {
            "  archmeter compare alexnet vgg16 googlenet resnet50",
            "  archmeter compare alexnet vgg16 --by stage",
            "  archmeter compare \"resnet*\" --accuracy torchvision -o resnet.html",
            "  archmeter compare \"vgg.yaml#*_bn\""
        })
final class CompareCommand extends Subcommand {
    @Mixin
    private ModelArguments named = new ModelArguments();

    @Option(names = "--by", paramLabel = "PART", description = "where the cost sits: stage, layer or kind")
    private Optional<Grouping> grouping = Optional.empty();

    @Mixin
    private AccuracyOption accuracy = new AccuracyOption();

    @Mixin
    private ConventionOption convention = new ConventionOption();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private CountingOptions counting = new CountingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CompareCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        output.write(console(), document(models.load(named.references(), console())));
        return ExitCode.FINE;
    }

    private Document document(List<Model> loaded) {
        if (grouping.isPresent()) {
            accuracy.requireNone("compare --by");
            return brokenDown(loaded.stream().map(this::costs).toList(), grouping.get());
        }
        return compared(loaded);
    }

    private Document brokenDown(List<CostReport> models, Grouping by) {
        Document document = BreakdownDocument.of(models, by);
        return output.format().showsPictures() ? document.with(BreakdownPictures.of(models, by), List.of()) : document;
    }

    private Document compared(List<Model> loaded) {
        List<CompareDocument.Entry> models = loaded.stream().map(this::entry).toList();
        Document document = CompareDocument.of(models);
        for (String remark : accuracy.remarks(loaded)) {
            document = document.noting(remark);
        }
        if (!output.format().showsPictures()) {
            return document;
        }
        boolean page = output.format() == Format.HTML;
        return document.with(page ? ComparePictures.onPage(models) : ComparePictures.alone(models), List.of());
    }

    private CostReport costs(Model model) {
        return convention.costs(model, counting);
    }

    private CompareDocument.Entry entry(Model model) {
        return new CompareDocument.Entry(
                costs(model), model.memory(counting.type(), counting.training()), accuracy.of(model));
    }
}
