package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.document.Document;
import io.archmeter.training.Optimizer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The table of a model's layers. */
@Command(
        name = "analyze",
        aliases = "analyse",
        description = "what each layer of a model costs",
        footer = {
            "  archmeter analyze alexnet --input 3x227x227",
            "  archmeter analyze resnet50 --depth 2 --format csv -o resnet50.csv"
        })
final class AnalyzeCommand extends Subcommand {
    @Mixin
    private ModelArgument named = new ModelArgument();

    @Option(
            names = "--depth",
            paramLabel = "N",
            converter = WholeNumbers.Limit.class,
            description = "fold layers into their modules, N levels deep")
    private Optional<Integer> depth = Optional.empty();

    @Mixin
    private ConventionOption convention = new ConventionOption();

    @Mixin
    private SortingOptions sorting = new SortingOptions(convention);

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private CountingOptions counting = new CountingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    AnalyzeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Model model = models.load(named.reference(), console());
        CostReport report = convention.costs(model, counting);
        CostReport folded = depth.isPresent() ? report.folded(depth.get()) : report;
        output.write(console(), document(folded, model));
        return ExitCode.FINE;
    }

    /** A table has rows alone, so nothing is planned for it; what training needs is there for programs. */
    private Document document(CostReport report, Model model) {
        return switch (output.format().audience()) {
            case TABLES -> AnalyzeDocument.of(report, sorting.ranking());
            case PROGRAMS ->
                AnalyzeDocument.of(
                        report,
                        model.memory(counting.type(), counting.training()),
                        model.memory(counting.type(), Optimizer.ADAM),
                        sorting.ranking());
            case PEOPLE, SPREADSHEETS ->
                AnalyzeDocument.of(report, model.memory(counting.type(), counting.training()), sorting.ranking());
        };
    }
}
