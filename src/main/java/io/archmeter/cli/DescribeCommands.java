package io.archmeter.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** A step of the build: writes down what the annotations of the commands say, for {@link DescribedCommands}. */
public final class DescribeCommands {
    private DescribeCommands() {}

    /** @param args the folder of the compiled classes */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]).resolve(DescribedCommands.FOLDER));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Console console = Console.of(nowhere, nowhere, Map.of());
        for (String name : Commands.NAMES) {
            Subcommand command = Commands.subcommand(name, console).orElseThrow();
            Files.write(
                    folder.resolve(command.getClass().getSimpleName()),
                    DescribedCommands.bytes(CommandDescription.of(CommandSpec.forAnnotatedObject(command))));
        }
    }
}
