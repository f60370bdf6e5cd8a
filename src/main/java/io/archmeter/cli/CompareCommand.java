package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.ComparePictures;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import java.util.ArrayList;
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
            "  archmeter compare \"vgg.yaml#*_bn\""
        })
final class CompareCommand extends Subcommand {
    @Mixin
    private ModelArguments named = new ModelArguments();

    @Option(names = "--by", paramLabel = "PART", description = "where the cost sits: stage, layer or kind")
    private Optional<Grouping> grouping = Optional.empty();

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
        List<Model> loaded = models.load(named.references(), console());
        if (output.format() == Format.XLSX && grouping.isEmpty()) {
            output.writeTogether(console(), sheets(loaded));
        } else {
            output.write(console(), document(loaded));
        }
        return ExitCode.FINE;
    }

    /** The totals, and the layers of each model. */
    private List<NamedDocument> sheets(List<Model> loaded) {
        List<CompareDocument.Entry> entries = loaded.stream().map(this::entry).toList();
        List<NamedDocument> sheets = new ArrayList<>();
        sheets.add(new NamedDocument("totals", CompareDocument.of(entries)));
        for (CompareDocument.Entry entry : entries) {
            CostReport costs = entry.costs();
            sheets.add(new NamedDocument(costs.model(), AnalyzeDocument.of(costs, Ranking.NONE)));
        }
        return sheets;
    }

    private Document document(List<Model> loaded) {
        return grouping.isPresent()
                ? BreakdownDocument.of(loaded.stream().map(this::costs).toList(), grouping.get())
                : compared(loaded.stream().map(this::entry).toList());
    }

    private Document compared(List<CompareDocument.Entry> models) {
        Document document = CompareDocument.of(models);
        return output.format().showsPictures() ? document.with(ComparePictures.of(models), List.of()) : document;
    }

    private CostReport costs(Model model) {
        return convention.costs(model, counting);
    }

    private CompareDocument.Entry entry(Model model) {
        return new CompareDocument.Entry(costs(model), model.memory(counting.type(), counting.training()));
    }
}
