package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.source.FilesRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.InitializationException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * One call of archmeter.
 *
 * @param args the name of a command, and what it is given
 */
record Call(List<String> args, Console surroundings) {
    /** Narrower than this, help would be unreadable; wider, its lines would be too long to read. */
    private static final int NARROWEST_HELP = 60;

    private static final int WIDEST_HELP = 100;

    Call {
        args = List.copyOf(args);
    }

    /** What surrounds it, coloured as its arguments say, even where they are wrong in other ways. */
    Console console() {
        for (int i = 0; i < args.size(); i++) {
            for (ColorChoice choice : ColorChoice.values()) {
                boolean joined = args.get(i).equals("--color=" + choice);
                boolean apart = args.get(i).equals(choice.toString())
                        && i > 0
                        && args.get(i - 1).equals("--color");
                if (joined || apart) {
                    return surroundings.coloured(choice);
                }
            }
        }
        return surroundings;
    }

    /**
     * Does what it says.
     *
     * @return the exit code
     * @throws ProblemException with all that is wrong with it
     */
    int run() {
        String first = args.isEmpty() ? "" : args.get(0);
        switch (first) {
            case "" -> {
                console().err().print(help(Commands.all(surroundings), console().colouredErr()));
                throw problem("missing-command", "no command is given", "use one of those above");
            }
            case "-h", "--help" ->
                print(help(Commands.all(surroundings), console().colouredOut()));
            case "-V", "--version" -> print(Version.LINE);
            case "help" -> {
                List<String> of = args.size() == 1 ? List.of("--help") : List.of(args.get(1), "--help");
                return new Call(of, surroundings).run();
            }
            default -> {
                return run(args.subList(1, args.size()));
            }
        }
        return ExitCode.FINE;
    }

    private int run(List<String> given) {
        CommandLine line = command();
        filesOfArguments(given).forEach(FilesRead::add);
        ParseResult parsed = parse(line, given);
        if (parsed.isUsageHelpRequested()) {
            print(help(line, console().colouredOut()));
            return ExitCode.FINE;
        }
        if (parsed.isVersionHelpRequested()) {
            print(Version.LINE);
            return ExitCode.FINE;
        }
        List<Problem> problems = problems(parsed, given);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Subcommand command = line.getCommand();
        return command.call();
    }

    /** Those that picocli opens. */
    private static List<Path> filesOfArguments(List<String> given) {
        return given.stream()
                .filter(argument -> argument.startsWith("@"))
                .map(argument -> FilePath.find(argument.substring(1)))
                .flatMap(Optional::stream)
                .toList();
    }

    private CommandLine command() {
        String name = args.get(0);
        return Commands.find(name, surroundings)
                .orElseThrow(() -> name.startsWith("-")
                        ? problem(
                                "unknown-option",
                                "there is no option " + name,
                                "'archmeter --help' lists what there is")
                        : problem(
                                "unknown-command",
                                "there is no command '" + name + "'",
                                Nearest.remedy(name, Commands.NAMES)));
    }

    private static ParseResult parse(CommandLine line, List<String> given) {
        try {
            return line.parseArgs(given.toArray(new String[0]));
        } catch (InitializationException unreadable) {
            throw problem(
                    "cannot-read", unreadable.getMessage(), "name a file of arguments that can be read after '@'");
        }
    }

    /** What is wrong. Where an option is misspelt, the rest is judged as if it had been written as it was meant. */
    private List<Problem> problems(ParseResult parsed, List<String> given) {
        List<String> unknown =
                parsed.unmatched().stream().filter(UsageProblems::isOption).toList();
        if (unknown.isEmpty()) {
            return UsageProblems.of(parsed, surroundings.terminal());
        }
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : UsageProblems.of(parsed, surroundings.terminal())) {
            if (problem.code().equals(UsageProblems.UNKNOWN_OPTION)) {
                problems.add(problem);
            }
        }
        List<String> meant = new ArrayList<>();
        for (String argument : given) {
            if (!unknown.contains(argument)) {
                meant.add(argument);
            } else {
                Optional<OptionSpec> option = UsageProblems.meant(argument, parsed.commandSpec());
                option.ifPresent(known -> meant.add(known.longestName()
                        + argument.substring(UsageProblems.nameOf(argument).length())));
            }
        }
        problems.addAll(UsageProblems.of(parse(command(), meant), surroundings.terminal()));
        return problems;
    }

    private String help(CommandLine line, boolean coloured) {
        int width = surroundings.width().orElse(WIDEST_HELP);
        line.setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(width, WIDEST_HELP)));
        return line.getUsageMessage(coloured ? Ansi.ON : Ansi.OFF).stripTrailing() + "\n";
    }

    private void print(String text) {
        StandardOutput.write(surroundings, surroundings.charset(), out -> out.write(text));
    }

    private static ProblemException problem(String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(Commands.ARCHMETER), code, fact, remedy));
    }
}
