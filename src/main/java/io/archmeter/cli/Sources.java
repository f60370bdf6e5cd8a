package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Snapshot;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that a command reads. An answer that went to one of them would destroy what it is about.
 *
 * @param names by which they were opened
 */
record Sources(Set<String> names) {
    Sources {
        names = Set.copyOf(names);
    }

    /** Some files, and all specs that layers of models are written in. */
    static Sources of(Collection<String> files, Collection<Snapshot> models) {
        Set<String> names = new TreeSet<>(files);
        models.forEach(
                model -> model.layers().forEach(layer -> names.add(layer.place().file())));
        return new Sources(names);
    }

    /** @throws ProblemException where an answer is to go to one of them */
    void protectFrom(OutputFile output) {
        if (names.stream().anyMatch(name -> SameFile.have(name, output.name()))) {
            throw new ProblemException(Problem.at(
                    Span.of(output.name()),
                    "own-source",
                    "the command reads this file, and would replace it",
                    "name another file"));
        }
    }
}
