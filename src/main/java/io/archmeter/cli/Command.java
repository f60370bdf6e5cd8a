package io.archmeter.cli;

/** Something that archmeter can be told to do. */
interface Command {
    Syntax syntax();

    /**
     * Does it.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with what was given
     */
    void run(Arguments given, Console console);
}
