package io.archmeter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Something that archmeter can be told to do, and what all of them understand.
 *
 * <p>A call gives the exit code: 0, or {@link ExitCode#FAILED} where the answer is that something is not as it should be. It throws
 * an {@link io.archmeter.problem.ProblemException} with all that is wrong with what was given.
 */
@Command(
        synopsisHeading = "usage: ",
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%noptions:%n",
        footerHeading = "%nexamples:%n",
        sortOptions = false)
abstract class Subcommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--color",
            order = 90,
            paramLabel = "WHEN",
            description = "auto (default: on a terminal, unless NO_COLOR is set), always or never")
    private ColorChoice color = ColorChoice.AUTO;

    @Option(
            names = {"-h", "--help"},
            order = 91,
            usageHelp = true,
            description = "print this")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            order = 92,
            versionHelp = true,
            description = "print the version")
    private boolean version;

    Subcommand(Console console) {
        this.console = console;
    }

    @Override
    public abstract Integer call();

    /** Where the answer goes, with colours as they are wanted. */
    Console console() {
        return console.coloured(color);
    }
}
