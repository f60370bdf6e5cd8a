package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.ParametersDocument;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.document.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The tensors of weights. */
@Command(
        name = "parameters",
        description = "every tensor of weights, named as in PyTorch",
        footer = "  archmeter parameters resnet50 --format csv")
final class ParametersCommand extends Subcommand {
    @Mixin
    private ModelArgument named = new ModelArgument();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(names = CountingOptions.TRAINING, description = CountingOptions.TRAINING_MEANING)
    private boolean training;

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ParametersCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Model model = models.load(named.reference(), console());
        Document tensors =
                ParametersDocument.of(model.analyze(DType.FLOAT32, training), model.weightsWithUsers(training));
        output.answer(console(), Documents.of(tensors).with(columns::of));
        return ExitCode.FINE;
    }
}
