package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.convention.Convention;
import io.archmeter.convention.ConventionCount;
import io.archmeter.convention.file.Conventions;
import io.archmeter.convention.reconcile.FigureSearch;
import io.archmeter.convention.reconcile.PrintedFigure;
import io.archmeter.convention.reconcile.Reconciliation;
import io.archmeter.convention.reconcile.Setups;
import io.archmeter.graph.DType;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.FigureSearchDocument;
import io.archmeter.report.ReconcileDocument;
import io.archmeter.report.ReconcilePictures;
import io.archmeter.report.document.Document;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why two figures of a model differ. */
@Command(
        name = "reconcile",
        description = "from one convention's total to another's, term by term; or which conventions give a figure",
        footer = {
            "  archmeter reconcile resnet50 multiply_adds fvcore",
            "  archmeter reconcile resnet50 fvcore 4.1G",
            "  archmeter reconcile resnet50 4.12G"
        })
final class ReconcileCommand extends Subcommand {
    @Mixin
    private ModelArgument named = new ModelArgument();

    @Parameters(
            index = "1",
            paramLabel = "FROM",
            description =
                    "a name from 'archmeter conventions' or the file of your own; or a figure, to find who gives it")
    private String from = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TO",
            description = "another convention, or a figure that is printed somewhere")
    private Optional<String> to = Optional.empty();

    @Option(names = CountingOptions.TRAINING, description = CountingOptions.TRAINING_MEANING)
    private boolean training;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ReconcileCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Optional<PrintedFigure> searched = PrintedFigure.parse(from);
        if (searched.isPresent() && to.isEmpty()) {
            return search(searched.get());
        }
        if (to.isEmpty()) {
            throw missing();
        }
        Model model = models.load(named.reference(), console());
        ConventionCount begin = count(Conventions.find(from), model);
        Optional<PrintedFigure> printed = PrintedFigure.parse(to.get());
        if (printed.isPresent()) {
            long figure = printed.get().exact().orElseThrow(() -> refused(printed.get()));
            Reconciliation alone = Reconciliation.of(begin, begin).onTo(printed.get(), figure);
            write(name(model), from(begin), alone, printed.get().text());
            return ExitCode.FINE;
        }
        ConventionCount end = count(Conventions.find(to.get()), model);
        write(name(model), from(begin), Reconciliation.of(begin, end), from(end));
        return ExitCode.FINE;
    }

    private void write(String model, String begin, Reconciliation reconciliation, String end) {
        Document document = ReconcileDocument.of(model, begin, reconciliation, end);
        output.write(
                console(),
                output.format().showsPictures()
                        ? document.with(ReconcilePictures.of(model, begin, reconciliation, end), List.of())
                        : document);
    }

    private Integer search(PrintedFigure figure) {
        FigureSearch search = FigureSearch.of(
                figure, Setups.of(models.sources(console()), named.reference(), models.options()), Conventions.all());
        output.write(console(), FigureSearchDocument.of(named.reference(), search));
        return search.found().isEmpty() ? ExitCode.FAILED : ExitCode.FINE;
    }

    private ConventionCount count(Convention convention, Model model) {
        return ConventionCount.of(convention, model.facts(DType.FLOAT32), training);
    }

    private static String name(Model model) {
        return model.graph().name();
    }

    private static String from(ConventionCount count) {
        return count.convention().name();
    }

    private static ProblemException missing() {
        return new ProblemException(Problem.at(
                Span.of("TO"),
                "missing-argument",
                "there is one convention, and nothing to reconcile it with",
                "name another, such as multiply_adds, or a figure such as 4.12G"));
    }

    private static ProblemException refused(PrintedFigure figure) {
        return new ProblemException(Problem.at(
                Span.of("TO"),
                "wrong-number",
                "'" + figure.text() + "' is no whole number below 2^63",
                "write it with fewer digits, or a larger unit"));
    }
}
