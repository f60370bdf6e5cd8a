package io.archmeter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What bears the commands. */
@Command(
        name = Commands.ARCHMETER,
        description = "memory, parameters and multiply-adds of neural networks, exact and per layer",
        synopsisHeading = "usage: ",
        customSynopsis = "archmeter COMMAND [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%noptions:%n",
        commandListHeading = "%ncommands:%n",
        footerHeading = "%nexamples:%n",
        footer = {
            "  archmeter compare alexnet vgg16 googlenet resnet50",
            "  archmeter analyze specs/resnet.yaml#resnet50 --depth 2",
            "  archmeter verify alexnet",
            "  archmeter check",
            "",
            "exit codes: 0 fine, 1 over budget or not as predicted, 2 the input cannot be used,",
            "  70 a fault of archmeter itself"
        },
        sortOptions = false)
final class RootCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this, or the help of a command")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "print the version")
    private boolean version;
}
