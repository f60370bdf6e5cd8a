package io.archmeter.cli;

import io.archmeter.spec.load.SpecLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The spec of a model, as somebody wrote it. */
@Command(
        name = "show",
        description = "the spec of a model, to read, to copy and to change",
        footer = {"  archmeter show resnet50", "  archmeter show vgg16 -o mine.yaml"})
final class ShowCommand extends Subcommand {
    @Mixin
    private ModelArgument named = new ModelArgument();

    @Mixin
    private DestinationOptions destination = new DestinationOptions();

    ShowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        String text = SpecLoader.text(named.reference());
        destination.write(console(), false, out -> out.write(text));
        return ExitCode.FINE;
    }
}
