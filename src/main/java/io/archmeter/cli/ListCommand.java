package io.archmeter.cli;

import io.archmeter.report.ListDocument;
import io.archmeter.spec.load.Bundle;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The models that come with the tool. */
@Command(
        name = "list",
        aliases = "ls",
        description = "the models and studies that come with archmeter",
        footer = {"  archmeter list", "  archmeter list resnet"})
final class ListCommand extends Subcommand {
    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "only those that have it in their name, file or title")
    private List<String> words = new ArrayList<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        List<ListDocument.Entry> models = Bundle.having(words).stream()
                .map(model -> new ListDocument.Entry(model.name(), model.file(), model.title()))
                .toList();
        output.write(console(), ListDocument.of(models));
        return ExitCode.FINE;
    }
}
