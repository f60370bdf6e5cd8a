package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Explanation;
import io.archmeter.report.ExplainDocument;
import io.archmeter.report.document.Document;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arithmetic behind the numbers. */
@Command(
        name = "explain",
        description = "how each number of a model comes about",
        footer = {"  archmeter explain resnet50 layer1.0.conv1", "  archmeter explain resnet50 layer1.0"})
final class ExplainCommand extends Subcommand {
    @Mixin
    private ModelArgument named = new ModelArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LAYER",
            description = "a layer, or a module for all its layers (default: all)")
    private Optional<String> path = Optional.empty();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private CountingOptions counting = new CountingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ExplainCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Model model = models.load(named.reference(), console());
        CostReport report = model.analyze(counting.type(), counting.training());
        List<Explanation> layers = model.explain(counting.type(), counting.training());
        Document document = path.isEmpty()
                ? ExplainDocument.of(report, layers)
                : ExplainDocument.ofPart(report, Layers.below(path.get(), layers, named.reference()));
        output.write(console(), document);
        return ExitCode.FINE;
    }
}
