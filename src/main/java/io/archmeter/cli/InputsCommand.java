package io.archmeter.cli;

import io.archmeter.report.InputsDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a model is given, and what it leaves open. */
@Command(
        name = "inputs",
        description = "what a model is given, what it leaves open, and how that is said",
        footer = {
            "  archmeter inputs model.onnx",
            "  archmeter inputs model.onnx --bind batch=8",
            "  archmeter inputs resnet50"
        })
final class InputsCommand extends Subcommand {
    @Mixin
    private ModelArgument named = new ModelArgument();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    InputsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        output.write(
                console(),
                InputsDocument.of(
                        named.reference(), models.sources(console()).adjustables(named.reference(), models.options())));
        return ExitCode.FINE;
    }
}
