package io.archmeter.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The manual's page of commands, which is their help. */
public final class CommandPage {
    private static final Map<String, String> ENVIRONMENT = Map.of("COLUMNS", "100");

    private CommandPage() {}

    public static String text() {
        return "# Commands\n\nEvery command with its options, as `archmeter COMMAND --help` prints them. "
                + "[Getting started](getting-started.md) says what they are for.\n\n"
                + section("archmeter", help())
                + "\n"
                + Commands.NAMES.stream().map(name -> section(name, help(name))).collect(Collectors.joining("\n"));
    }

    private static String section(String name, String help) {
        return "## " + name + "\n\n```text\n" + help + "```\n";
    }

    private static String help(String... command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, false, StandardCharsets.UTF_8);
        String[] words = Arrays.copyOf(command, command.length + 1);
        words[command.length] = "--help";
        if (Main.run(words, stream, stream, ENVIRONMENT) != ExitCode.FINE) {
            throw new AssertionError("no help: " + printed.toString(StandardCharsets.UTF_8));
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
