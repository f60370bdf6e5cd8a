package io.archmeter.cli;

import io.archmeter.convention.file.Conventions;
import io.archmeter.report.ConventionsDocument;
import io.archmeter.report.document.Document;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** As whom the work of a network can be counted. */
@Command(
        name = "conventions",
        description = "the tools and lectures as whom --convention counts, or the prices of one",
        footer = {"  archmeter conventions", "  archmeter conventions fvcore"})
final class ConventionsCommand extends Subcommand {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "one of them, or the file of your own (default: all)")
    private Optional<String> name = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ConventionsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Document document = name.map(Conventions::find)
                .map(ConventionsDocument::of)
                .orElseGet(() -> ConventionsDocument.of(Conventions.all()));
        output.write(console(), document);
        return ExitCode.FINE;
    }
}
