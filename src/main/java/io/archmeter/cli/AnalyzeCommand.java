package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.report.Ranking;
import io.archmeter.report.answer.AnalyzeDocuments;
import io.archmeter.report.answer.Documents;
import java.util.List;
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
            "  archmeter analyze alexnet_lecture --only conv,maxpool,linear --columns kernel,stride,output,params",
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
    private OnlyOption only = new OnlyOption();

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

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
        only.refuse(depth.isPresent(), "is for layers, and --depth folds them into modules", "leave out one of them");
        Model model = models.load(named.reference(), console());
        CostReport report = convention.costs(model, counting);
        Documents answer = new AnalyzeDocuments(report, model.facts(counting.type()), depth, ranking(report));
        output.answer(console(), answer.with(columns::of));
        return ExitCode.FINE;
    }

    private Ranking ranking(CostReport report) {
        return sorting.ranking().only(only.kinds(List.of(report)));
    }
}
