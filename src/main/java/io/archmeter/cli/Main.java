package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line. */
public final class Main {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE_INPUT = 2;
    private static final int OUR_BUG = 70;

    private Main() {}

    public static void main(String[] args) {
        int code = run(args, Console.ofProcess(), System.getenv());
        if (code != FINE) {
            System.exit(code);
        }
    }

    /** Runs a command line and returns its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err, Map<String, String> environment) {
        int code = run(args, Console.of(out, err, environment), environment);
        out.flush();
        return code;
    }

    static int run(String[] args, Console console, Map<String, String> environment) {
        try {
            dispatch(args, console);
            return FINE;
        } catch (Failed answered) {
            console.err().print(answered.said());
            return FAILED;
        } catch (ProblemException unusable) {
            console.err().print(ProblemText.of(unusable.problems()));
            return UNUSABLE_INPUT;
        } catch (OutOfMemoryError full) {
            console.err().print(ProblemText.of(List.of(outOfMemory())));
            return UNUSABLE_INPUT;
        } catch (RuntimeException | Error bug) {
            console.err().print("archmeter: internal error: " + bug + "; please report it\n");
            if (environment.containsKey("ARCHMETER_DEBUG")) {
                bug.printStackTrace(console.err());
            }
            return OUR_BUG;
        } finally {
            console.err().flush();
        }
    }

    private static void dispatch(String[] args, Console console) {
        String first = args.length == 0 ? "" : args[0];
        switch (first) {
            case "" -> {
                console.err().print(HelpText.of(Commands.all()));
                throw problem("missing-command", "no command is given", "use one of those above");
            }
            case "-h", "--help" -> print(HelpText.of(Commands.all()), console);
            case "-V", "--version" -> print("archmeter " + version() + "\n", console);
            case "help" ->
                dispatch(args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"}, console);
            default -> runCommand(first, Arrays.asList(args).subList(1, args.length), console);
        }
    }

    private static void runCommand(String name, List<String> args, Console console) {
        Command command = Commands.find(name)
                .orElseThrow(() -> name.startsWith("-")
                        ? problem(
                                "unknown-option",
                                "there is no option " + name,
                                "'archmeter --help' lists what there is")
                        : problem(
                                "unknown-command",
                                "there is no command '" + name + "'",
                                Nearest.remedy(name, Commands.NAMES)));
        Arguments given = ArgumentParser.parse(command.syntax(), args);
        if (given.has(Option.HELP)) {
            print(HelpText.of(command.syntax()), console);
        } else {
            command.run(given, console);
        }
    }

    private static void print(String text, Console console) {
        StandardOutput.write(console, StandardCharsets.UTF_8, out -> out.write(text));
    }

    private static ProblemException problem(String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of("archmeter"), code, fact, remedy));
    }

    private static Problem outOfMemory() {
        return Problem.at(
                Span.of("archmeter"),
                "out-of-memory",
                "the model does not fit into the memory that Java was given",
                "give it more, e.g. with java -Xmx8g -jar archmeter.jar");
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
