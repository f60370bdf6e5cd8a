package io.archmeter.sweep;

/** Says what comes of points. Threads ask the same one at once. */
interface Evaluation {
    /** @throws io.archmeter.problem.ProblemException where the space itself is wrong, and not the point */
    Outcome of(Point point);
}
