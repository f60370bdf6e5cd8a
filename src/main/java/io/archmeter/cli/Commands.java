package io.archmeter.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** All commands by their names; only the one that is called is loaded, because each takes time to set up. */
final class Commands {
    static final String ARCHMETER = "archmeter";

    static final List<String> NAMES = List.of(
            "analyze",
            "compare",
            "sweep",
            "explain",
            "memory",
            "roofline",
            "grow",
            "parameters",
            "inputs",
            "verify",
            "diff",
            "check",
            "baseline",
            "init",
            "convert",
            "reconcile",
            "conventions",
            "devices",
            "list",
            "show",
            "schema",
            "completion");

    private Commands() {}

    /** One command, under the name that it is called by on its own. */
    static Optional<CommandLine> find(String name, Console console) {
        return subcommand(name, console).map(command -> {
            CommandLine line = line(DescribedCommands.find(command.getClass())
                    .<Object>map(description -> description.spec(command))
                    .orElse(command));
            return line.setCommandName(ARCHMETER + " " + line.getCommandName());
        });
    }

    /** All of them below the one that bears them: for help, and for what is made of it. */
    static CommandLine all(Console console) {
        CommandLine all = line(new RootCommand());
        NAMES.forEach(name -> all.addSubcommand(line(subcommand(name, console).orElseThrow())));
        all.addSubcommand(help());
        return all;
    }

    static Optional<Subcommand> subcommand(String name, Console console) {
        return switch (name) {
            case "analyze", "analyse" -> Optional.of(new AnalyzeCommand(console));
            case "compare" -> Optional.of(new CompareCommand(console));
            case "sweep" -> Optional.of(new SweepCommand(console));
            case "explain" -> Optional.of(new ExplainCommand(console));
            case "memory" -> Optional.of(new MemoryCommand(console));
            case "roofline" -> Optional.of(new RooflineCommand(console));
            case "grow" -> Optional.of(new GrowCommand(console));
            case "parameters" -> Optional.of(new ParametersCommand(console));
            case "inputs" -> Optional.of(new InputsCommand(console));
            case "verify" -> Optional.of(new VerifyCommand(console));
            case "diff" -> Optional.of(new DiffCommand(console));
            case "check" -> Optional.of(new CheckCommand(console));
            case "baseline" -> Optional.of(new BaselineCommand(console));
            case "init" -> Optional.of(new InitCommand(console));
            case "convert" -> Optional.of(new ConvertCommand(console));
            case "reconcile" -> Optional.of(new ReconcileCommand(console));
            case "conventions" -> Optional.of(new ConventionsCommand(console));
            case "devices" -> Optional.of(new DevicesCommand(console));
            case "list", "ls" -> Optional.of(new ListCommand(console));
            case "show" -> Optional.of(new ShowCommand(console));
            case "schema" -> Optional.of(new SchemaCommand(console));
            case "completion" -> Optional.of(new CompletionCommand(console));
            default -> Optional.empty();
        };
    }

    private static CommandLine help() {
        CommandLine help = new CommandLine(new CommandLine.HelpCommand());
        help.getCommandSpec().usageMessage().header("the help of a command").description();
        return help;
    }

    /** @param command with annotations, or what picocli makes of them */
    static CommandLine line(Object command) {
        CommandLine line = new CommandLine(command);
        // What is wrong is said together, so picocli reads on after the first error.
        line.getCommandSpec().parser().collectErrors(true);
        return line.setAllowOptionsAsOptionParameters(false);
    }
}
