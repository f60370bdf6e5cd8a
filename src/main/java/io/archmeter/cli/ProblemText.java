package io.archmeter.cli;

import io.archmeter.problem.Problem;
import java.util.List;

/** Problems as they stand on standard error. */
final class ProblemText {
    private ProblemText() {}

    static String of(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append('\n'));
        if (problems.size() > 1) {
            text.append(problems.size()).append(" problems\n");
        }
        return text.toString();
    }
}
