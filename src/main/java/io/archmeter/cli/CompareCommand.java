package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.answer.BreakdownDocuments;
import io.archmeter.report.answer.CompareDocuments;
import io.archmeter.report.answer.Documents;
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
            List<CostReport> costs = loaded.stream().map(this::costs).toList();
            write(new BreakdownDocuments(costs, grouping.get(), only.kinds(costs)));
            return ExitCode.FINE;
        }
        List<CompareDocument.Entry> entries = loaded.stream().map(this::entry).toList();
        write(new CompareDocuments(entries, accuracy.remarks(loaded)));
        return ExitCode.FINE;
    }

    private void write(Documents answer) {
        output.answer(console(), answer.with(columns::of));
    }

    private CostReport costs(Model model) {
        return convention.costs(model, counting);
    }

    private CompareDocument.Entry entry(Model model) {
        return new CompareDocument.Entry(
                costs(model), model.memory(counting.type(), counting.training()), accuracy.of(model));
    }
}
