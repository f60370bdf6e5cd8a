package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.BreakdownPictures;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.ComparePictures;
import io.archmeter.report.Ranking;
import io.archmeter.report.SideBySideDocument;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private OnlyOption only = new OnlyOption();

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

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
        only.refuse(
                grouping.filter(Grouping.LAYER::equals).isEmpty(),
                "is for layers, and compare shows them with --by layer",
                "add --by layer, or leave it out");
        List<Model> loaded = models.load(named.references(), console());
        if (grouping.isPresent()) {
            accuracy.requireNone("compare --by");
            write(brokenDown(loaded.stream().map(this::costs).toList(), grouping.get()));
            return ExitCode.FINE;
        }
        List<CompareDocument.Entry> entries = loaded.stream().map(this::entry).toList();
        Document totals = compared(entries, accuracy.remarks(loaded));
        if (output.format() == Format.XLSX) {
            output.writeTogether(console(), sheets(columns.of(totals, output.format()), entries));
        } else {
            write(totals);
        }
        return ExitCode.FINE;
    }

    private void write(Document document) {
        output.write(console(), columns.of(document, output.format()));
    }

    /** The totals, and the layers of each model. */
    private static List<NamedDocument> sheets(Document totals, List<CompareDocument.Entry> models) {
        List<NamedDocument> sheets = new ArrayList<>();
        sheets.add(new NamedDocument("totals", totals));
        for (CompareDocument.Entry model : models) {
            sheets.add(new NamedDocument(model.costs().model(), AnalyzeDocument.of(model.costs(), Ranking.NONE)));
        }
        return sheets;
    }

    /** People see models side by side; programs find one after the other. */
    private Document brokenDown(List<CostReport> models, Grouping by) {
        Set<String> shown = only.kinds(models);
        Document document = models.size() > 1 && output.format().audience() == Audience.PEOPLE
                ? SideBySideDocument.of(models, by, shown)
                : BreakdownDocument.of(models, by, shown);
        return output.format().showsPictures() ? document.with(BreakdownPictures.of(models, by), List.of()) : document;
    }

    private Document compared(List<CompareDocument.Entry> models, List<String> remarks) {
        Document document = CompareDocument.of(models);
        for (String remark : remarks) {
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
