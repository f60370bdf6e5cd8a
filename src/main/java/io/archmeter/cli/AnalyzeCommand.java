package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.AnalyzePage;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.training.Optimizer;
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
        CostReport folded = depth.isPresent() ? report.folded(depth.get()) : report;
        Document document = output.format().showsPictures() ? page(report, folded, model) : document(folded, model);
        output.write(console(), columns.of(document, output.format()));
        return ExitCode.FINE;
    }

    private Document page(CostReport report, CostReport folded, Model model) {
        AnalyzePage page = new AnalyzePage(
                report,
                folded,
                model.facts(counting.type()),
                model.memory(counting.type(), counting.training()),
                depth);
        return output.format() == Format.HTML ? page.document(ranking(report)) : page.drawn(ranking(report));
    }

    /** A table has rows alone, so nothing is planned for it; what training needs is there for programs. */
    private Document document(CostReport report, Model model) {
        Ranking ranking = ranking(report);
        return switch (output.format().audience()) {
            case TABLES -> AnalyzeDocument.of(report, ranking);
            case PROGRAMS ->
                AnalyzeDocument.of(
                        report,
                        model.memory(counting.type(), counting.training()),
                        model.memory(counting.type(), Optimizer.ADAM),
                        ranking);
            case PEOPLE, SPREADSHEETS ->
                AnalyzeDocument.of(report, model.memory(counting.type(), counting.training()), ranking);
        };
    }

    private Ranking ranking(CostReport report) {
        return sorting.ranking().only(only.kinds(List.of(report)));
    }
}
