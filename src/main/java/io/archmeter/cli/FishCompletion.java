package io.archmeter.cli;

import java.util.LinkedHashSet;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A script that completes command lines in fish, which picocli has none for: {@code complete} of fish's manual. */
final class FishCompletion {
    private final StringBuilder script = new StringBuilder();
    private final String program;

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandSpec root) {
        FishCompletion completion = new FishCompletion(root.name());
        completion.addRoot(root);
        // A command stands there once for each of its names.
        new LinkedHashSet<>(root.subcommands().values()).forEach(completion::addCommand);
        return completion.script.toString();
    }

    private void addRoot(CommandSpec root) {
        for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
            add("__fish_use_subcommand", "-f -a " + command.getKey(), description(command.getValue()));
        }
        root.options().forEach(option -> addOption("__fish_use_subcommand", option));
    }

    private void addCommand(CommandLine command) {
        String names = String.join(" ", command.getCommandSpec().names());
        String condition = "__fish_seen_subcommand_from " + names;
        command.getCommandSpec().options().forEach(option -> addOption(condition, option));
        for (ArgSpec operand : command.getCommandSpec().positionalParameters()) {
            String words = words(operand);
            if (!words.isEmpty()) {
                add(condition, "-a '" + words + "'", operand.paramLabel());
            }
        }
    }

    private void addOption(String condition, OptionSpec option) {
        StringBuilder flags = new StringBuilder();
        for (String name : option.names()) {
            flags.append(flags.length() == 0 ? "" : " ");
            flags.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            String words = words(option);
            flags.append(words.isEmpty() ? " -r" : " -x -a '" + words + "'");
        }
        add(condition, flags.toString(), String.join(" ", option.description()));
    }

    private static String words(ArgSpec argument) {
        return argument.completionCandidates() == null ? "" : String.join(" ", argument.completionCandidates());
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private void add(String condition, String flags, String description) {
        script.append("complete -c ")
                .append(program)
                .append(" -n '")
                .append(condition)
                .append("' ");
        script.append(flags)
                .append(" -d '")
                .append(description.replace("'", "\\'"))
                .append("'\n");
    }
}
