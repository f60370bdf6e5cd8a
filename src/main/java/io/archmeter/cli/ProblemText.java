package io.archmeter.cli;

import io.archmeter.problem.Problem;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Problems as they stand on standard error. */
final class ProblemText {
    /** As a problem has it between its place and its code; a place has no blank after a colon. */
    private static final String ERROR = ": error: [";

    private ProblemText() {}

    static void print(List<Problem> problems, Console console) {
        console.err().print(of(problems, console.colouredErr()));
    }

    private static String of(List<Problem> problems, boolean coloured) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            text.append(coloured ? coloured(problem.toString()) : problem).append('\n');
        }
        if (problems.size() > 1) {
            text.append(problems.size()).append(" problems\n");
        }
        return text.toString();
    }

    private static String coloured(String problem) {
        int begin = problem.indexOf(ERROR) + 2;
        int end = begin + "error:".length();
        return problem.substring(0, begin) + Ansi.ON.string("@|bold,red error:|@") + problem.substring(end);
    }
}
