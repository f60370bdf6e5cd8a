package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import java.util.List;

/** Options that several commands share, and that can contradict each other. */
interface JudgedOptions {
    /**
     * What is wrong with them together; each alone has been understood.
     *
     * @param place the command that they are given to
     * @param terminal where it was given
     */
    List<Problem> problems(Span place, Terminal terminal);
}
