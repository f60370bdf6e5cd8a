package io.archmeter.budget.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;

/** Counts what the patterns of a budget take: the files that each looks at, and the comparisons of names of all of them together. */
final class SearchWork {
    /** A repository of models has hundreds; who meets as many as this looks in the wrong folder. */
    private static final int MOST_VISITED = 100_000;

    /** Some seconds of work; a pattern such as {@code *.yaml} could be held against millions of names. */
    private static final long MOST_EFFORT = 20_000_000;

    /** Looking at a file takes as long as some comparisons. */
    private static final int EFFORT_OF_A_VISIT = 10;

    private final int mostVisited;
    private final long mostEffort;
    private int visited;
    private long effort;

    SearchWork() {
        this(MOST_VISITED, MOST_EFFORT);
    }

    /**
     * @param mostVisited files and folders that are looked at
     * @param mostEffort characters of patterns that may have to be held against each one of names
     */
    SearchWork(int mostVisited, long mostEffort) {
        this.mostVisited = mostVisited;
        this.mostEffort = mostEffort;
    }

    /** A pattern begins to look for files. */
    void search() {
        visited = 0;
    }

    /**
     * A file or folder is looked at.
     *
     * @param at where the pattern is written
     */
    void visit(FilePattern pattern, Span at) {
        visited++;
        if (visited > mostVisited) {
            throw new ProblemException(Problem.at(
                    at,
                    "too-many-files",
                    "there are more than " + mostVisited + " files and folders to look through",
                    "begin the pattern with the folder of the specs: specs/**/*.yaml"));
        }
        compare(EFFORT_OF_A_VISIT + pattern.effort(), at);
    }

    /**
     * A name is held against a pattern.
     *
     * @param more how many characters of it may have to be held against each one of the name
     */
    void compare(long more, Span at) {
        effort += 1 + more;
        if (effort > mostEffort) {
            throw new ProblemException(Problem.at(
                    at,
                    "too-many-patterns",
                    "with this one, too many patterns are to be held against names of files",
                    "use fewer patterns, with fewer choices in them"));
        }
    }
}
