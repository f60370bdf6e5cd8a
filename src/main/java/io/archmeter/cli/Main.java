package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.problem.Visible;
import io.archmeter.source.FilePath;
import io.archmeter.source.FilesRead;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = run(args, Console.ofProcess(), System.getenv());
        if (code != ExitCode.FINE) {
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
        Call call = new Call(List.of(args), console);
        FilesRead read = FilesRead.begin();
        try {
            return call.run();
        } catch (ProblemException unusable) {
            // Where the folder cannot be named, all that is missing is missing because of that.
            List<Problem> problems =
                    FilePath.missingCurrentFolder().map(List::of).orElse(unusable.problems());
            ProblemText.print(problems, call.console());
            return ExitCode.UNUSABLE_INPUT;
        } catch (OutOfMemoryError full) {
            ProblemText.print(List.of(outOfMemory()), call.console());
            return ExitCode.UNUSABLE_INPUT;
        } catch (RuntimeException | Error bug) {
            console.err().print("archmeter: internal error: " + Visible.of(bug.toString()) + "; please report it\n");
            if (environment.containsKey("ARCHMETER_DEBUG")) {
                bug.printStackTrace(console.err());
            }
            return ExitCode.OUR_BUG;
        } finally {
            read.close();
            console.err().flush();
        }
    }

    private static Problem outOfMemory() {
        return Problem.at(
                Span.of(Commands.ARCHMETER),
                "out-of-memory",
                "the model does not fit into the memory that Java was given",
                "give it more, e.g. with java -Xmx8g -jar archmeter.jar");
    }
}
