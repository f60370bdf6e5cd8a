package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.report.ListDocument;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The models that come with the tool. */
@Command(
        name = "list",
        aliases = "ls",
        description = "the models that come with archmeter",
        footer = "  archmeter list")
final class ListCommand extends Subcommand {
    @Mixin
    private OutputOptions output = new OutputOptions();

    ListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        List<ListDocument.Entry> models = Archmeter.bundled().stream()
                .map(model -> new ListDocument.Entry(model.name(), model.file(), model.title()))
                .toList();
        output.write(console(), ListDocument.of(models));
        return ExitCode.FINE;
    }
}
