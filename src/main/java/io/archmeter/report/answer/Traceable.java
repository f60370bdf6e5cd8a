package io.archmeter.report.answer;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.BlocksOverSteps;

/** Documents of what is held at each step, which alone can be a trace. */
final class Traceable {
    private Traceable() {}

    /**
     * The document.
     *
     * @throws ProblemException where nothing in it has steps
     */
    static Document required(Document document) {
        if (document.allPictures().stream().noneMatch(BlocksOverSteps.class::isInstance)) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter " + document.kind()),
                    "no-trace",
                    "there is no trace of this answer: it has no steps",
                    "archmeter memory MODEL --format trace writes one of the memory of a model"));
        }
        return document;
    }
}
