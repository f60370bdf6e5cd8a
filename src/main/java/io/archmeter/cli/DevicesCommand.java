package io.archmeter.cli;

import io.archmeter.report.DevicesDocument;
import io.archmeter.report.document.Document;
import io.archmeter.roofline.file.Devices;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What times can be bounded on. */
@Command(
        name = "devices",
        description = "the devices that roofline --device knows, or the figures of one",
        footer = {"  archmeter devices", "  archmeter devices a100-40gb"})
final class DevicesCommand extends Subcommand {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "one of them, or the file of your own (default: all)")
    private Optional<String> name = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DevicesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Document document = name.map(word -> Devices.find(word, "archmeter devices"))
                .map(DevicesDocument::of)
                .orElseGet(() -> DevicesDocument.of(Devices.all()));
        output.write(console(), document);
        return ExitCode.FINE;
    }
}
